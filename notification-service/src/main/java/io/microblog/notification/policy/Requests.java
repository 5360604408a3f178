package io.microblog.notification.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.web.Page;
import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.inbox.Merges;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People of whom a person has to decide whether to hear of them. */
@Repository
class Requests {

    /** As many as the API counts. */
    private static final int MOST_COUNTED = 100;

    private static final String PENDING = """
            FROM notification_request q CROSS JOIN LATERAL (
                SELECT count(*) AS total, max(n.created_at) AS updated_at,
                    (array_agg(n.post_id ORDER BY n.id DESC) FILTER (WHERE n.post_id IS NOT NULL))[1] AS last_post_id
                FROM shown_notification n
                WHERE n.recipient_id = q.account_id AND n.from_id = q.from_id AND n.filtered) AS filtered
            WHERE q.account_id = :account AND filtered.total > 0
            """;

    private static final String FIND = "SELECT q.id, q.from_id, q.created_at, filtered.* " + PENDING;

    private static final String SUMMARY = """
            SELECT count(*) AS requests, coalesce(sum(total), 0) AS notifications
            FROM (SELECT filtered.total %s ORDER BY q.id DESC LIMIT :most) AS pending
            """.formatted(PENDING);

    private static final String PERMIT = """
            INSERT INTO notification_permission (account_id, from_id)
            SELECT account_id, from_id FROM notification_request WHERE account_id = :account AND id = ANY (:ids)
            ON CONFLICT DO NOTHING
            """;

    private static final String CHANGE = """
            UPDATE notification n SET %s FROM notification_request q
            WHERE q.account_id = :account AND q.id = ANY (:ids)
                AND n.recipient_id = q.account_id AND n.from_id = q.from_id AND n.filtered AND n.removed_at IS NULL
            """;

    private static final String FORGET =
            "DELETE FROM notification_request WHERE account_id = :account AND id = ANY (:ids)";

    private final JdbcClient jdbc;
    private final Merges merges;

    Requests(JdbcClient jdbc, Merges merges) {
        this.jdbc = jdbc;
        this.merges = merges;
    }

    /** One page in descending order of ids. */
    List<Request> page(long accountId, Page page) {
        String order = " ORDER BY q.id " + page.order() + " LIMIT :limit";
        List<Request> found = jdbc.sql(FIND + " AND q.id < :below AND q.id > :above" + order)
                .param("account", accountId)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(Requests::read)
                .list();
        return page.newestFirst(found);
    }

    Optional<Request> find(long accountId, long id) {
        return jdbc.sql(FIND + " AND q.id = :id")
                .param("account", accountId)
                .param("id", id)
                .query(Requests::read)
                .optional();
    }

    PolicySummary summary(long accountId) {
        return jdbc.sql(SUMMARY)
                .param("account", accountId)
                .param("most", MOST_COUNTED)
                .query((row, number) -> new PolicySummary(row.getInt("requests"), row.getInt("notifications")))
                .single();
    }

    /**
     * What was set apart is among all others from now on, and so is what the same people do later.
     *
     * @return how many requests there were
     */
    @Transactional
    int accept(long accountId, Collection<Long> ids) {
        run(PERMIT, accountId, ids);
        if (run(CHANGE.formatted("filtered = false"), accountId, ids) > 0) {
            merges.add(accountId);
        }
        return run(FORGET, accountId, ids);
    }

    /**
     * What was set apart goes. What the same people do later is set apart again.
     *
     * @return how many requests there were
     */
    @Transactional
    int dismiss(long accountId, Collection<Long> ids) {
        run(CHANGE.formatted("removed_at = now()"), accountId, ids);
        return run(FORGET, accountId, ids);
    }

    @EventListener
    void on(RecipientErased erased) {
        for (String table : List.of("notification_request", "notification_permission")) {
            jdbc.sql("DELETE FROM " + table + " WHERE account_id = :account")
                    .param("account", erased.accountId())
                    .update();
        }
    }

    private int run(String sql, long accountId, Collection<Long> ids) {
        return jdbc.sql(sql)
                .param("account", accountId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private static Request read(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getLong("id"),
                row.getLong("from_id"),
                row.getInt("total"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getObject("last_post_id", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
