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

/** Counts attempts in fixed windows. An attempt counts even when what follows is rolled back. */
@Service
public class Limits {

    private static final String COUNT = """
            INSERT INTO attempt AS a (name, subject, window_end, count) VALUES (:name, :subject, :end, 1)
            ON CONFLICT (name, subject, window_end) DO UPDATE SET count = a.count + 1
            RETURNING count
            """;

    private final JdbcClient jdbc;
    private final LimitProperties properties;

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
        Instant end = windowEnd(limit, now);
        int count = jdbc.sql(COUNT)
                .param("name", limit.name())
                .param("subject", RandomToken.hash(subject))
                .param("end", utc(end))
                .query(Integer.class)
                .single();
        if (count > properties.of(limit)) {
            throw new TooManyRequests(Duration.between(now, end));
        }
    }

    /** Forgets the attempts of the present window: the subject has proved itself. */
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

    private static Instant windowEnd(Limit limit, Instant now) {
        long seconds = limit.window().toSeconds();
        return Instant.ofEpochSecond((now.getEpochSecond() / seconds + 1) * seconds);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
