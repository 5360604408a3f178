package io.microblog.user.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.user.secret.RandomToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts attempts in windows that begin with a subject's first one. What is rolled back later has counted all the same. */
@Service
public class Limits {

    private static final String COUNT = """
            INSERT INTO attempt AS a (name, subject, window_end, count) VALUES (:name, :subject, :end, 1)
            ON CONFLICT (name, subject) DO UPDATE SET
                count = CASE WHEN a.window_end > :now THEN a.count + 1 ELSE 1 END,
                window_end = CASE WHEN a.window_end > :now THEN a.window_end ELSE excluded.window_end END
            RETURNING count, window_end
            """;

    private final JdbcClient jdbc;
    private final LimitProperties properties;

    private record Attempts(int count, Instant windowEnd) {}

    Limits(JdbcClient jdbc, LimitProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Counts one attempt.
     *
     * @param subject the peer's address, the account or the mail address that the limit is about
     * @throws TooManyRequests when the limit was used up before
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void take(Limit limit, String subject) {
        Instant now = Instant.now();
        Attempts attempts = jdbc.sql(COUNT)
                .param("name", limit.name())
                .param("subject", RandomToken.hash(subject))
                .param("now", utc(now))
                .param("end", utc(now.plus(limit.window())))
                .query((row, number) -> new Attempts(
                        row.getInt("count"),
                        row.getObject("window_end", OffsetDateTime.class).toInstant()))
                .single();
        if (attempts.count() > properties.of(limit)) {
            throw new TooManyRequests(Duration.between(now, attempts.windowEnd()));
        }
    }

    /** Forgets the attempts so far: the subject has proved itself. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void reset(Limit limit, String subject) {
        jdbc.sql("DELETE FROM attempt WHERE name = :name AND subject = :subject")
                .param("name", limit.name())
                .param("subject", RandomToken.hash(subject))
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void forgetPastWindows() {
        jdbc.sql("DELETE FROM attempt WHERE window_end < :now")
                .param("now", utc(Instant.now()))
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
