package io.microblog.user.strike;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was done about accounts. */
@Repository
class StrikeRepository {

    private final JdbcClient jdbc;

    StrikeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Strike strike) {
        jdbc.sql("""
                INSERT INTO strike (id, target_id, case_id, moderator_id, action, text, rule_ids, post_ids, created_at, ends_at)
                VALUES (:id, :target, :case, :moderator, :action, :text, :rules, :posts, :now, :end)
                """)
                .param("id", strike.id())
                .param("target", strike.targetId())
                .param("case", strike.caseId())
                .param("moderator", strike.moderatorId(), Types.BIGINT)
                .param("action", strike.sanction().code())
                .param("text", strike.text())
                .param("rules", strike.ruleIds().toArray(Long[]::new))
                .param("posts", strike.postIds().toArray(Long[]::new))
                .param("now", utc(strike.createdAt()))
                .param("end", strike.endsAt() == null ? null : utc(strike.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Strike> find(long id) {
        return jdbc.sql("SELECT * FROM strike WHERE id = :id")
                .param("id", id)
                .query(StrikeRepository::map)
                .optional();
    }

    /**
     * A part of them, the newest first.
     *
     * @param target only those about this account
     * @param caseId only those of this case
     * @param appealed only those with an appeal that is not decided
     */
    List<Strike> list(@Nullable Long target, @Nullable Long caseId, boolean appealed, Page page) {
        return page.newestFirst(jdbc.sql("""
                SELECT * FROM strike
                WHERE id < :below AND id > :above
                    AND (CAST(:target AS bigint) IS NULL OR target_id = :target)
                    AND (CAST(:case AS bigint) IS NULL OR case_id = :case)
                    AND (NOT :appealed OR appeal_state = 'pending')
                ORDER BY id %s LIMIT :limit
                """.formatted(page.order()))
                .param("below", page.below())
                .param("above", page.above())
                .param("target", target, Types.BIGINT)
                .param("case", caseId, Types.BIGINT)
                .param("appealed", appealed)
                .param("limit", page.limit())
                .query(StrikeRepository::map)
                .list());
    }

    /** Some whose time has come, the oldest first. */
    List<Strike> due(Instant now, int limit) {
        return jdbc.sql(
                        "SELECT * FROM strike WHERE lifted_at IS NULL AND ends_at <= :now ORDER BY ends_at LIMIT :limit")
                .param("now", utc(now))
                .param("limit", limit)
                .query(StrikeRepository::map)
                .list();
    }

    /** Ends one; whether it held until now. Of several who do that at once, one is told so. */
    boolean lift(long id, String lifting) {
        return jdbc.sql("UPDATE strike SET lifted_at = :now, lifting = :lifting WHERE id = :id AND lifted_at IS NULL")
                        .param("now", utc(Instant.now()))
                        .param("lifting", lifting)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends all of a kind; those that held until now. */
    List<Strike> liftAll(long target, Sanction sanction) {
        return jdbc.sql("""
                UPDATE strike SET lifted_at = :now, lifting = 'undone'
                WHERE target_id = :target AND action = :action AND lifted_at IS NULL
                RETURNING *
                """)
                .param("now", utc(Instant.now()))
                .param("target", target)
                .param("action", sanction.code())
                .query(StrikeRepository::map)
                .list();
    }

    /** Whether one of this kind holds for the account. */
    boolean holds(long target, Sanction sanction) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM strike"
                        + " WHERE target_id = :target AND action = :action AND lifted_at IS NULL)")
                .param("target", target)
                .param("action", sanction.code())
                .query(Boolean.class)
                .single();
    }

    /** Keeps an appeal; whether it is the first, and against what was not taken back. */
    boolean appeal(long id, String text) {
        return jdbc.sql("""
                UPDATE strike SET appeal = :text, appealed_at = :now, appeal_state = 'pending'
                WHERE id = :id AND appeal IS NULL AND (lifting IS NULL OR lifting = 'ended')
                """)
                        .param("text", text)
                        .param("now", utc(Instant.now()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Decides an appeal, and returns it; empty when none is open. */
    Optional<String> decide(long id, boolean approved) {
        return jdbc.sql("UPDATE strike SET appeal_state = :state WHERE id = :id AND appeal_state = 'pending'"
                        + " RETURNING appeal")
                .param("state", approved ? "approved" : "rejected")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Has all that is in force stay so, and turns down the appeals that wait; the cases that these are in. */
    List<Long> settle(long target) {
        jdbc.sql("UPDATE strike SET ends_at = NULL WHERE target_id = :target AND lifted_at IS NULL")
                .param("target", target)
                .update();
        return jdbc.sql("UPDATE strike SET appeal_state = 'rejected'"
                        + " WHERE target_id = :target AND appeal_state = 'pending' RETURNING case_id")
                .param("target", target)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Strike map(ResultSet row, int number) throws SQLException {
        return new Strike(
                row.getLong("id"),
                row.getLong("target_id"),
                row.getLong("case_id"),
                row.getObject("moderator_id", Long.class),
                Sanction.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                ids(row, "rule_ids"),
                ids(row, "post_ids"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                instant(row, "lifted_at"),
                row.getString("lifting"),
                row.getString("appeal"),
                row.getString("appeal_state"));
    }

    private static List<Long> ids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Long[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
