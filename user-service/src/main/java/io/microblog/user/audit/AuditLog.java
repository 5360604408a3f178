package io.microblog.user.audit;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what people with rights do, in the transaction that does it. The database refuses to change or forget an entry.
 */
@Service
public class AuditLog {

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    AuditLog(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Adds an entry.
     *
     * @param actor null for whoever runs the server, by the command line, and for the server itself
     * @param target the account that it was done to, if any
     * @param object the report, role, rule, strike, note or message that it is about, if any
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(
            @Nullable Long actor, AuditedAction action, @Nullable Long target, @Nullable Long object, String text) {
        jdbc.sql("""
                INSERT INTO audit_entry (id, actor_id, action, target_id, object_id, text, at)
                VALUES (:id, :actor, :action, :target, :object, :text, :at)
                """)
                .param("id", ids.next())
                .param("actor", actor, Types.BIGINT)
                .param("action", action.name())
                .param("target", target, Types.BIGINT)
                .param("object", object, Types.BIGINT)
                .param("text", text)
                .param("at", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))
                .update();
    }

    /** A part of the log, the newest first; of one account alone where it is named. */
    List<AuditEntry> read(@Nullable Long target, Page page) {
        return page.newestFirst(jdbc.sql("""
                SELECT * FROM audit_entry
                WHERE id < :below AND id > :above AND (CAST(:target AS bigint) IS NULL OR target_id = :target)
                ORDER BY id %s LIMIT :limit
                """.formatted(page.order()))
                .param("below", page.below())
                .param("above", page.above())
                .param("target", target, Types.BIGINT)
                .param("limit", page.limit())
                .query((row, number) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("actor_id", Long.class),
                        AuditedAction.valueOf(row.getString("action")),
                        row.getObject("target_id", Long.class),
                        row.getObject("object_id", Long.class),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }
}
