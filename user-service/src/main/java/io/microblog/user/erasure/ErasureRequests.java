package io.microblog.user.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who wants which account erased. */
@Repository
class ErasureRequests {

    private final JdbcClient jdbc;

    ErasureRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those about these accounts that count now. */
    List<ErasureRequest> open(Collection<Long> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        Instant now = Instant.now();
        return jdbc
                .sql("SELECT e.target_id, e.asked_by, a.username, e.asked_at"
                        + " FROM erasure_request e JOIN account a ON a.id = e.asked_by WHERE e.target_id IN (:targets)")
                .param("targets", targets)
                .query(ErasureRequests::map)
                .list()
                .stream()
                .filter(request -> request.isOpen(now))
                .toList();
    }

    /** Keeps one, instead of one that does not count any more. */
    void put(long target, long askedBy, Instant at) {
        jdbc.sql("""
                INSERT INTO erasure_request (target_id, asked_by, asked_at) VALUES (:target, :by, :at)
                ON CONFLICT (target_id) DO UPDATE SET asked_by = excluded.asked_by, asked_at = excluded.asked_at
                """)
                .param("target", target)
                .param("by", askedBy)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes it back; whether there was one. */
    boolean remove(long target) {
        return jdbc.sql("DELETE FROM erasure_request WHERE target_id = :target")
                        .param("target", target)
                        .update()
                == 1;
    }

    private static ErasureRequest map(ResultSet row, int number) throws SQLException {
        return new ErasureRequest(
                row.getLong("target_id"),
                row.getLong("asked_by"),
                row.getString("username"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
