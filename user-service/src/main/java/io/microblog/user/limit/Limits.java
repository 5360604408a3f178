package io.microblog.user.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.web.PeerNetwork;
import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
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

    /**
     * Beyond the limit the next attempt has to wait, and whoever does not wait is not heard: so it costs nothing to come too
     * early, and nobody can shut an account for longer than the longest wait.
     */
    private static final String SLOW = """
            INSERT INTO attempt AS a (name, subject, window_end, count, next_at)
            VALUES (:name, :subject, :end, 1, CASE WHEN :limit > 1 THEN CAST(:now AS timestamptz) ELSE CAST(:now AS timestamptz) + interval '5 seconds' END)
            ON CONFLICT (name, subject) DO UPDATE SET
                count = CASE WHEN a.window_end <= :now THEN 1 WHEN a.next_at > :now THEN a.count ELSE a.count + 1 END,
                window_end = CASE WHEN a.window_end > :now AND a.next_at > :now THEN a.window_end ELSE :end END,
                next_at = CASE
                    WHEN a.window_end > :now AND a.next_at > :now THEN a.next_at
                    WHEN a.window_end > :now AND a.count + 1 >= :limit
                        THEN CAST(:now AS timestamptz) + least(interval '5 seconds' * power(2, least(a.count + 1 - :limit, 20)), interval '5 minutes')
                    ELSE CAST(:now AS timestamptz) END
            RETURNING old.window_end > :now AND old.next_at > :now AS refused, next_at
            """;

    private final JdbcClient jdbc;
    private final LimitProperties properties;

    private record Turn(@Nullable Boolean refused, OffsetDateTime nextAt) {}

    private record Attempts(int count, Instant windowEnd) {}

    Limits(JdbcClient jdbc, LimitProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Counts one attempt; that of a peer against its neighbourhood too.
     *
     * @param subject the peer's address, the account or the mail address that the limit is about
     * @throws TooManyRequests when the limit was used up before
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void take(Limit limit, String subject) {
        if (limit.isOfPeers()) {
            PeerNetwork.of(subject).forEach(network -> take(limit, network.name(), network.share()));
        } else {
            take(limit, subject, 1);
        }
    }

    private void take(Limit limit, String subject, int share) {
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
        if (attempts.count() > (long) properties.of(limit) * share) {
            throw new TooManyRequests(Duration.between(now, attempts.windowEnd()));
        }
    }

    /**
     * Counts one attempt; those beyond the limit have to wait for each other, longer each time.
     *
     * @throws TooManyRequests when it comes too early
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void slow(Limit limit, String subject) {
        Instant now = Instant.now();
        Turn turn = jdbc.sql(SLOW)
                .param("name", limit.name())
                .param("subject", RandomToken.hash(subject))
                .param("now", utc(now))
                .param("end", utc(now.plus(limit.window())))
                .param("limit", properties.of(limit))
                .query(Turn.class)
                .single();
        if (Boolean.TRUE.equals(turn.refused())) {
            throw new TooManyRequests(Duration.between(now, turn.nextAt().toInstant()));
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
