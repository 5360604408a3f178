package io.microblog.user.session;

import java.time.Instant;
import java.util.Optional;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Browser sessions of people who are signed in, found by their cookie. */
@Service
public class SessionService {

    private static final long TOUCHED_EVERY_MS = 60_000;

    private static final String FIND = """
            SELECT primary_id, principal_name, last_access_time FROM spring_session
            WHERE session_id = :id AND principal_name IS NOT NULL AND expiry_time > :now
            """;
    private static final String TOUCH = """
            UPDATE spring_session SET last_access_time = :now, expiry_time = :now + max_inactive_interval * 1000::bigint
            WHERE primary_id = :sid AND last_access_time < :now
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

    private record Row(String primaryId, String principalName, long lastAccessTime) {
        Session toSession() {
            return new Session(primaryId.strip(), Long.parseLong(principalName));
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

    /** Ends a session everywhere. */
    @Transactional
    public void end(String sessionId) {
        jdbc.sql(
                        "DELETE FROM spring_session WHERE session_id = :id RETURNING primary_id, principal_name, 0 AS last_access_time")
                .param("id", sessionId)
                .query(Row.class)
                .optional()
                .filter(row -> row.principalName() != null)
                .map(Row::toSession)
                .ifPresent(session ->
                        outbox.append(new SessionsRevoked(session.accountId(), session.sid(), Instant.now())));
    }

    private void touch(String sid, long now) {
        jdbc.sql(TOUCH).param("sid", sid).param("now", now).update();
    }
}
