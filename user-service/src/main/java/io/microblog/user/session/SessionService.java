package io.microblog.user.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Outbox;
import io.microblog.user.account.AccountErased;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browser sessions of people who are signed in, found by their cookie. That a session has a name does not make it one: it
 * is signed in with when sign-in was completed, which the device says that was noted then.
 */
@Service
public class SessionService {

    private static final long TOUCHED_EVERY_MS = 60_000;

    private static final String FIND = """
            SELECT s.primary_id, s.principal_name, s.last_access_time
            FROM spring_session s JOIN session_device d ON d.session_id = s.primary_id
            WHERE s.session_id = :id AND s.principal_name IS NOT NULL AND s.expiry_time > :now
            """;
    private static final String TOUCH = """
            UPDATE spring_session SET last_access_time = :now, expiry_time = :now + max_inactive_interval * 1000::bigint
            WHERE primary_id = :sid AND last_access_time < :now
            """;

    private static final String LIST = """
            SELECT s.primary_id, s.session_id, s.creation_time, s.last_access_time,
                   coalesce(d.description, '?') AS description, coalesce(d.peer, '?') AS peer
            FROM spring_session s LEFT JOIN session_device d ON d.session_id = s.primary_id
            WHERE s.principal_name = :account AND s.expiry_time > :now
            ORDER BY s.last_access_time DESC LIMIT 100
            """;

    private final JdbcClient jdbc;
    private final SessionCookie cookie;
    private final Outbox outbox;

    SessionService(JdbcClient jdbc, SessionCookie cookie, Outbox outbox) {
        this.jdbc = jdbc;
        this.cookie = cookie;
        this.outbox = outbox;
    }

    /**
     * Somebody's session.
     *
     * @param sid names it without giving it away
     */
    public record Session(String sid, long accountId) {}

    /**
     * A session as its owner sees it.
     *
     * @param sid names it without giving it away
     * @param id what the cookie stands for; never shown
     * @param device browser and system
     * @param peer the address it was begun from
     */
    public record OpenSession(String sid, String id, String device, String peer, Instant since, Instant lastUsed) {}

    private record Row(String primaryId, @Nullable String principalName, long lastAccessTime) {
        Session toSession() {
            return new Session(primaryId.strip(), Long.parseLong(String.valueOf(principalName)));
        }
    }

    /** The session behind a cookie's value, kept alive by being asked for; empty when nobody is signed in with it. */
    public Optional<Session> find(String cookieValue) {
        long now = Instant.now().toEpochMilli();
        Optional<Row> found = cookie.sessionId(cookieValue)
                .flatMap(id -> jdbc.sql(FIND)
                        .param("id", id)
                        .param("now", now)
                        .query(Row.class)
                        .optional());
        found.filter(row -> row.lastAccessTime() < now - TOUCHED_EVERY_MS)
                .ifPresent(row -> touch(row.primaryId(), now));
        return found.map(Row::toSession);
    }

    /** The account's open sessions, the last used first. */
    public List<OpenSession> list(long accountId) {
        return jdbc.sql(LIST)
                .param("account", String.valueOf(accountId))
                .param("now", Instant.now().toEpochMilli())
                .query((row, number) -> new OpenSession(
                        row.getString("primary_id").strip(),
                        row.getString("session_id").strip(),
                        row.getString("description"),
                        row.getString("peer"),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time"))))
                .list();
    }

    /** Ends a session everywhere. */
    @Transactional
    public void end(String sessionId) {
        end("session_id = :id", Map.of("id", sessionId));
    }

    /**
     * Ends one of the account's sessions everywhere; nothing happens when it is somebody else's.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean end(long accountId, String sid) {
        return end(
                        "primary_id = :sid AND principal_name = :account",
                        Map.of("sid", sid, "account", String.valueOf(accountId)))
                > 0;
    }

    /** Ends the account's sessions but the one that is named so without being given away. */
    @Transactional
    public void endOthersThan(long accountId, String sid) {
        end(
                "principal_name = :account AND primary_id <> :sid",
                Map.of("account", String.valueOf(accountId), "sid", sid));
    }

    /** Ends the account's sessions but the one with this id. */
    @Transactional
    public void endOthers(long accountId, String sessionId) {
        end(
                "principal_name = :account AND session_id <> :id",
                Map.of("account", String.valueOf(accountId), "id", sessionId));
    }

    /** In the transaction of the change. */
    @EventListener
    void on(AccountErased erased) {
        endAll(erased.accountId());
    }

    /** Ends all sessions of an account. What its apps hold is another matter. */
    @Transactional
    public void endAll(long accountId) {
        end("principal_name = :account", Map.of("account", String.valueOf(accountId)));
    }

    /** Ends those that nobody has used for too long, and says so: what was kept for them ends with them. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    @Transactional
    public void endExpired() {
        end(
                "expiry_time < CAST(:now AS bigint)",
                Map.of("now", String.valueOf(Instant.now().toEpochMilli())));
    }

    private int end(String which, Map<String, String> params) {
        Instant now = Instant.now();
        List<Row> ended = jdbc.sql(
                        "DELETE FROM spring_session WHERE " + which + " RETURNING primary_id, principal_name")
                .params(params)
                .query((row, number) -> new Row(row.getString("primary_id"), row.getString("principal_name"), 0))
                .list();
        for (Row row : ended) {
            if (row.principalName() != null) {
                Session session = row.toSession();
                outbox.append(new SessionsRevoked(session.accountId(), session.sid(), now));
            }
        }
        return ended.size();
    }

    private void touch(String sid, long now) {
        jdbc.sql(TOUCH).param("sid", sid).param("now", now).update();
    }
}
