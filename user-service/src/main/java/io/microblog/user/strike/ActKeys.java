package io.microblog.user.strike;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Under which keys moderators did something, for as long as a client may repeat its request. */
@Component
class ActKeys {

    /** As with posts. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;

    ActKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the key for what the running transaction does about an account.
     *
     * @return false when something was done about the account under it before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(long moderator, long target, String key) {
        return jdbc.sql("""
                INSERT INTO act_key AS k (moderator_id, target_id, key, created_at) VALUES (:moderator, :target, :key, :now)
                ON CONFLICT (moderator_id, target_id, key) DO UPDATE SET created_at = excluded.created_at
                WHERE k.created_at <= :oldest
                """)
                        .param("moderator", moderator)
                        .param("target", target)
                        .param("key", key)
                        .param("now", now())
                        .param("oldest", oldest())
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    void forgetOld() {
        jdbc.sql("DELETE FROM act_key WHERE created_at <= :oldest")
                .param("oldest", oldest())
                .update();
    }

    private static OffsetDateTime oldest() {
        return now().minus(KEPT);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
