package io.microblog.user.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads cases, and keeps in which of them somebody waits for the moderators. */
@Repository
class CaseRepository {

    private static final String FIND =
            "SELECT c.*, (SELECT count(*) FROM report r WHERE r.case_id = c.id) AS reports FROM moderation_case c ";

    private static final String TOLD = """
            c.target_id = :person AND (
                EXISTS (SELECT FROM strike s WHERE s.case_id = c.id)
                OR EXISTS (SELECT FROM case_message m WHERE m.case_id = c.id))
            """;

    private final JdbcClient jdbc;

    CaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CaseFile> find(long id) {
        return jdbc.sql(FIND + "WHERE c.id = :id")
                .param("id", id)
                .query(CaseRepository::map)
                .optional();
    }

    Optional<CaseFile> findToldTo(long person, long id) {
        return jdbc.sql(FIND + "WHERE c.id = :id AND " + TOLD)
                .param("id", id)
                .param("person", person)
                .query(CaseRepository::map)
                .optional();
    }

    List<CaseFile> toldTo(long person, Page page) {
        return part("WHERE " + TOLD, page, query -> query.param("person", person));
    }

    List<CaseFile> list(boolean due, @Nullable Long target, Page page) {
        String state = due ? "(c.settled_at IS NULL OR c.waiting)" : "c.settled_at IS NOT NULL AND NOT c.waiting";
        return part(
                "WHERE " + state + " AND (CAST(:target AS bigint) IS NULL OR c.target_id = :target)",
                page,
                query -> query.param("target", target, Types.BIGINT));
    }

    /** The condition's own parameters. */
    private interface Parameters {
        JdbcClient.StatementSpec addTo(JdbcClient.StatementSpec query);
    }

    private List<CaseFile> part(String condition, Page page, Parameters parameters) {
        var query = jdbc.sql(FIND + condition + " AND c.id < :below AND c.id > :above ORDER BY c.id " + page.order()
                + " LIMIT :limit");
        return page.newestFirst(parameters
                .addTo(query)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(CaseRepository::map)
                .list());
    }

    void asks(long caseId) {
        jdbc.sql("UPDATE moderation_case SET waiting = true, updated_at = now() WHERE id = :id")
                .param("id", caseId)
                .update();
    }

    void isAnswered(long caseId) {
        jdbc.sql("""
                UPDATE moderation_case SET updated_at = now(), waiting = EXISTS (
                    SELECT FROM strike s WHERE s.case_id = :id AND s.appeal_state = 'pending')
                WHERE id = :id
                """).param("id", caseId).update();
    }

    private static CaseFile map(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getLong("id"),
                row.getLong("target_id"),
                row.getObject("assigned_id", Long.class),
                instant(row),
                row.getObject("settled_by", Long.class),
                row.getBoolean("waiting"),
                row.getInt("reports"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("settled_at", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
