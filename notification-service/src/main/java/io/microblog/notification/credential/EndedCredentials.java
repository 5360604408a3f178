package io.microblog.notification.credential;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credentials that ended lately, for whoever keeps something by one in that very moment: the end and the keeping come one
 * after the other, and the later one sees the earlier.
 */
@Component
public class EndedCredentials {

    private final JdbcClient jdbc;

    EndedCredentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From now on what was issued until then is void.
     *
     * @param sid of the one session or access token; null for all of the account's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long accountId, @Nullable String sid, Instant until) {
        lock(accountId);
        jdbc.sql("""
                        INSERT INTO ended_credential AS e (name, until) VALUES (:name, :until)
                        ON CONFLICT (name) DO UPDATE SET until = greatest(e.until, excluded.until), heard_at = now()
                        """)
                .param("name", sid == null ? account(accountId) : session(sid))
                .param("until", until.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether what was issued then is void; the answer holds until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cover(long accountId, String sid, Instant issuedAt) {
        lock(accountId);
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM ended_credential WHERE name IN (:account, :session) AND until >= :issued)")
                .param("account", account(accountId))
                .param("session", session(sid))
                .param("issued", issuedAt.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Internal tokens live for five minutes; what is older the gateway refuses to all. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void forgetOld() {
        jdbc.sql("DELETE FROM ended_credential WHERE heard_at < now() - interval '10 minutes'")
                .update();
    }

    private void lock(long accountId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('credential', :account))")
                .param("account", accountId)
                .query((row, number) -> true)
                .single();
    }

    private static String account(long id) {
        return "account:" + id;
    }

    private static String session(String sid) {
        return "session:" + sid;
    }
}
