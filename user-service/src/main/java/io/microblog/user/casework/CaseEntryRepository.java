package io.microblog.user.casework;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.microblog.kit.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps notes and messages. They are never changed. */
@Repository
class CaseEntryRepository {

    private final JdbcClient jdbc;

    CaseEntryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseMessage message) {
        jdbc.sql("""
                INSERT INTO case_message (id, case_id, author_id, by_moderator, text, created_at)
                VALUES (:id, :case, :author, :moderator, :text, :at)
                """)
                .param("id", message.id())
                .param("case", message.caseId())
                .param("author", message.authorId(), Types.BIGINT)
                .param("moderator", message.byModerator())
                .param("text", message.text())
                .param("at", utc(message.createdAt()))
                .update();
    }

    void add(CaseNote note) {
        jdbc.sql("""
                INSERT INTO case_note (id, target_id, case_id, author_id, text, created_at)
                VALUES (:id, :target, :case, :author, :text, :at)
                """)
                .param("id", note.id())
                .param("target", note.targetId())
                .param("case", note.caseId(), Types.BIGINT)
                .param("author", note.authorId(), Types.BIGINT)
                .param("text", note.text())
                .param("at", utc(note.createdAt()))
                .update();
    }

    /** A part of the messages of a case, the newest first. */
    List<CaseMessage> messages(long caseId, Page page) {
        return page.newestFirst(part("SELECT * FROM case_message WHERE case_id", caseId, page)
                .query((row, number) -> new CaseMessage(
                        row.getLong("id"),
                        row.getLong("case_id"),
                        row.getObject("author_id", Long.class),
                        row.getBoolean("by_moderator"),
                        row.getString("text"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** A part of the notes about somebody, the newest first. */
    List<CaseNote> notes(long target, Page page) {
        return page.newestFirst(part("SELECT * FROM case_note WHERE target_id", target, page)
                .query((row, number) -> new CaseNote(
                        row.getLong("id"),
                        row.getLong("target_id"),
                        row.getObject("case_id", Long.class),
                        row.getObject("author_id", Long.class),
                        row.getString("text"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    private JdbcClient.StatementSpec part(String select, long of, Page page) {
        return jdbc.sql(select + " = :of AND id < :below AND id > :above ORDER BY id " + page.order() + " LIMIT :limit")
                .param("of", of)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
