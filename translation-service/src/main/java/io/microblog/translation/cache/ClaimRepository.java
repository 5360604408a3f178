package io.microblog.translation.cache;

import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of all instances is asking the provider for a text. By the database's clock alone. */
@Repository
class ClaimRepository {

    private final JdbcClient jdbc;

    ClaimRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether {@code owner} may ask now; true for one at a time, until released or so long. */
    boolean take(Wanted wanted, UUID owner, Duration atMost) {
        return jdbc.sql("""
                                INSERT INTO translation_claim AS c (text_hash, target, owner, until)
                                VALUES (:hash, :target, :owner, now() + make_interval(secs => :seconds))
                                ON CONFLICT (text_hash, target) DO UPDATE
                                SET owner = excluded.owner, until = excluded.until WHERE c.until < now()""")
                        .param("hash", wanted.text().bytes())
                        .param("target", wanted.target())
                        .param("owner", owner)
                        .param("seconds", atMost.toSeconds())
                        .update()
                == 1;
    }

    void release(Wanted wanted, UUID owner) {
        jdbc.sql("DELETE FROM translation_claim WHERE text_hash = :hash AND target = :target AND owner = :owner")
                .param("hash", wanted.text().bytes())
                .param("target", wanted.target())
                .param("owner", owner)
                .update();
    }

    void removeExpired() {
        jdbc.sql("DELETE FROM translation_claim WHERE until < now() - interval '1 hour'")
                .update();
    }
}
