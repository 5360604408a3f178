package io.microblog.user.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps reports, their evidence and their cases. */
@Repository
class ReportRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FIND = """
            SELECT r.*, c.target_id, c.assigned_id, c.settled_at, c.settled_by, c.updated_at,
                   ARRAY(SELECT p.post_id FROM reported_post p WHERE p.report_id = r.id ORDER BY p.post_id) AS post_ids
            FROM report r JOIN moderation_case c ON c.id = r.case_id
            """;

    private static final String LIST = FIND + """
            WHERE r.id < :below AND r.id > :above AND (c.settled_at IS NOT NULL) = :settled
                AND (CAST(:reporter AS bigint) IS NULL OR r.reporter_id = :reporter)
                AND (CAST(:target AS bigint) IS NULL OR c.target_id = :target)
            ORDER BY r.id %s LIMIT :limit
            """;

    /** Whoever reports the same person at the same moment waits, and joins the case. */
    private static final String OPEN_CASE = """
            INSERT INTO moderation_case (id, target_id, updated_at) VALUES (:id, :target, :now)
            ON CONFLICT (target_id) WHERE settled_at IS NULL DO UPDATE SET updated_at = excluded.updated_at
            RETURNING id
            """;

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open case about somebody; a new one with this id where there is none. */
    long openCase(long id, long targetId) {
        return jdbc.sql(OPEN_CASE)
                .param("id", id)
                .param("target", targetId)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    void add(long id, long caseId, long reporterId, ReportRules.Accepted report) {
        jdbc.sql("""
                INSERT INTO report (id, case_id, reporter_id, category, comment, rule_ids, created_at)
                VALUES (:id, :case, :reporter, :category, :comment, :rules, :now)
                """)
                .param("id", id)
                .param("case", caseId)
                .param("reporter", reporterId)
                .param("category", report.about().category().code())
                .param("comment", report.comment())
                .param("rules", report.about().ruleIds().toArray(Long[]::new))
                .param("now", now())
                .update();
    }

    void addByRule(long id, long caseId, long ruleId, String comment) {
        jdbc.sql("""
                INSERT INTO report (id, case_id, automatic_rule_id, category, comment, rule_ids, created_at)
                VALUES (:id, :case, :rule, 'other', :comment, '{}', :now)
                """)
                .param("id", id)
                .param("case", caseId)
                .param("rule", ruleId)
                .param("comment", comment)
                .param("now", now())
                .update();
    }

    /** How many reports of a rule are in a case, of those that matter. */
    int countByRule(long caseId, long ruleId, int most) {
        return jdbc.sql("""
                SELECT count(*) FROM (
                    SELECT FROM report WHERE case_id = :case AND automatic_rule_id = :rule LIMIT :most) counted
                """)
                .param("case", caseId)
                .param("rule", ruleId)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void keep(long reportId, JsonNode status) {
        jdbc.sql("INSERT INTO reported_post (report_id, post_id, status) VALUES (:report, :post, :status::jsonb)")
                .param("report", reportId)
                .param("post", Long.parseLong(status.get("id").asString()))
                .param("status", status.toString())
                .update();
    }

    Optional<Report> find(long id) {
        return jdbc.sql(FIND + "WHERE r.id = :id")
                .param("id", id)
                .query(ReportRepository::map)
                .optional();
    }

    List<Report> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FIND + "WHERE r.id IN (:ids) ORDER BY r.id")
                        .param("ids", ids)
                        .query(ReportRepository::map)
                        .list();
    }

    List<Report> list(boolean settled, @Nullable Long reporter, @Nullable Long target, Page page) {
        return page.newestFirst(jdbc.sql(LIST.formatted(page.order()))
                .param("below", page.below())
                .param("above", page.above())
                .param("settled", settled)
                .param("reporter", reporter, Types.BIGINT)
                .param("target", target, Types.BIGINT)
                .param("limit", page.limit())
                .query(ReportRepository::map)
                .list());
    }

    private record Kept(long reportId, JsonNode status) {}

    /** What was kept for each of the reports, in the order of the posts. */
    Map<Long, List<JsonNode>> evidence(Collection<Long> reportIds) {
        return reportIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT report_id, status FROM reported_post WHERE report_id IN (:ids) ORDER BY post_id")
                        .param("ids", reportIds)
                        .query((row, number) ->
                                new Kept(row.getLong("report_id"), JSON.readTree(row.getString("status"))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Kept::reportId, Collectors.mapping(Kept::status, Collectors.toList())));
    }

    void classify(long reportId, ReportRules.Classified about) {
        jdbc.sql("UPDATE report SET category = :category, rule_ids = :rules WHERE id = :id")
                .param("category", about.category().code())
                .param("rules", about.ruleIds().toArray(Long[]::new))
                .param("id", reportId)
                .update();
    }

    void assign(long caseId, @Nullable Long moderator) {
        jdbc.sql("UPDATE moderation_case SET assigned_id = :moderator, updated_at = :now WHERE id = :id")
                .param("moderator", moderator, Types.BIGINT)
                .param("now", now())
                .param("id", caseId)
                .update();
    }

    void settle(long caseId, @Nullable Long moderator) {
        jdbc.sql("""
                UPDATE moderation_case SET settled_at = :now, settled_by = :moderator, updated_at = :now
                WHERE id = :id AND settled_at IS NULL
                """)
                .param("moderator", moderator, Types.BIGINT)
                .param("now", now())
                .param("id", caseId)
                .update();
    }

    /** The open case about somebody. */
    Optional<Long> findOpenCase(long targetId) {
        return jdbc.sql("SELECT id FROM moderation_case WHERE target_id = :target AND settled_at IS NULL FOR UPDATE")
                .param("target", targetId)
                .query(Long.class)
                .optional();
    }

    void reopen(long caseId) {
        jdbc.sql("UPDATE moderation_case SET settled_at = NULL, settled_by = NULL, updated_at = :now WHERE id = :id")
                .param("now", now())
                .param("id", caseId)
                .update();
    }

    void move(long fromCase, long toCase) {
        jdbc.sql("UPDATE report SET case_id = :to WHERE case_id = :from")
                .param("to", toCase)
                .param("from", fromCase)
                .update();
    }

    private static Report map(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getObject("reporter_id", Long.class),
                row.getObject("automatic_rule_id", Long.class),
                row.getLong("target_id"),
                ReportCategory.find(row.getString("category")).orElseThrow(),
                row.getString("comment"),
                ids(row, "rule_ids"),
                ids(row, "post_ids"),
                row.getObject("assigned_id", Long.class),
                instant(row, "settled_at"),
                row.getObject("settled_by", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static List<Long> ids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Long[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    }
}
