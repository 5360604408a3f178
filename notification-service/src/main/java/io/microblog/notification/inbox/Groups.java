package io.microblog.notification.inbox;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads notifications in groups, each page by one query. A page goes from one notification to the next that belongs to no
 * group seen so far, so its bounds are ids of notifications and later ones move nothing on a page below them.
 */
@Repository
class Groups {

    /** As many accounts as clients show of one group. */
    private static final int SAMPLE = 8;

    /** Unread notifications that are looked at, to find how many groups they make. */
    private static final int MOST_UNREAD = 10_000;

    private static final String KEY =
            "CASE WHEN n.type = ANY (:grouped::text[]) THEN n.group_key ELSE 'ungrouped-' || n.id END AS key";

    private static final String WANTED =
            "SELECT n.id, " + KEY + " FROM shown_notification n WHERE n.recipient_id = :recipient";

    private static final String PAGE = """
            WITH RECURSIVE page (id, key, seen, number) AS (
                (SELECT first.id, first.key, ARRAY[first.key], 1
                FROM (%1$s AND n.id < :below AND n.id > :above ORDER BY n.id %2$s LIMIT 1) AS first)
                UNION ALL
                SELECT next.id, next.key, page.seen || next.key, page.number + 1
                FROM page CROSS JOIN LATERAL (
                    SELECT following.id, following.key
                    FROM (%1$s AND n.id < :below AND n.id > :above AND n.id %3$s page.id) AS following
                    WHERE following.key <> ALL (page.seen) ORDER BY following.id %2$s LIMIT 1) AS next
                WHERE page.number < :limit),
            bounds AS (SELECT min(id) AS oldest, max(id) AS newest FROM page)
            """;

    private static final String ONE = """
            WITH page (id, key) AS (
                SELECT n.id, n.group_key FROM shown_notification n
                WHERE n.recipient_id = :recipient AND n.group_key = :key ORDER BY n.id DESC LIMIT 1),
            bounds AS (SELECT 0::bigint AS oldest, max(id) AS newest FROM page)
            """;

    /** Members stand within the index of their group; what stands for itself is its only member. */
    private static final String MEMBERS = """
            SELECT page.id AS cursor, page.key, shown.type, shown.post_id, shown.object_id, member.*
            FROM page CROSS JOIN bounds JOIN notification shown ON shown.id = page.id
            CROSS JOIN LATERAL (
                SELECT count(*) AS total, max(n.id) AS newest, (array_agg(n.from_id ORDER BY n.id DESC))[1\\:%d] AS sample,
                    min(n.id) FILTER (WHERE n.id >= bounds.oldest) AS page_oldest,
                    max(n.created_at) FILTER (WHERE n.id >= bounds.oldest) AS page_latest_at
                FROM shown_notification n
                WHERE n.recipient_id = :recipient AND n.group_key = shown.group_key
                    AND n.id <= CASE WHEN page.key = shown.group_key THEN bounds.newest ELSE page.id END
                    AND n.id >= CASE WHEN page.key = shown.group_key THEN 0 ELSE page.id END%s) AS member
            ORDER BY member.newest DESC
            """;

    private final JdbcClient jdbc;

    Groups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups of one page, the one with the newest notification first. */
    List<Group> page(long recipient, NotificationFilter filter, Grouping grouping, Page page) {
        String wanted = WANTED + filter.condition();
        String sql = page.upwards() ? PAGE.formatted(wanted, "ASC", ">") : PAGE.formatted(wanted, "DESC", "<");
        return filter.bind(jdbc.sql(sql + MEMBERS.formatted(SAMPLE, filter.condition())))
                .param("recipient", recipient)
                .param("grouped", grouping.types())
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(Groups::read)
                .list();
    }

    /** One group, whole. */
    Optional<Group> find(long recipient, String key) {
        return jdbc.sql(ONE + MEMBERS.formatted(SAMPLE, ""))
                .param("recipient", recipient)
                .param("key", key)
                .query(Groups::read)
                .optional();
    }

    /** How many there are of notifications above the id {@code read}, counted up to {@code limit}. */
    int count(long recipient, NotificationFilter filter, Grouping grouping, long read, int limit) {
        return filter.bind(jdbc.sql("SELECT count(*) FROM (SELECT DISTINCT key FROM (" + WANTED + filter.condition()
                        + " AND n.id > :read LIMIT :most) AS unread LIMIT :limit) AS groups"))
                .param("recipient", recipient)
                .param("grouped", grouping.types())
                .param("read", read)
                .param("most", MOST_UNREAD)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    private static Group read(ResultSet row, int number) throws SQLException {
        long newest = row.getLong("newest");
        return new Group(
                row.getLong("cursor"),
                row.getString("key"),
                row.getString("type"),
                row.getObject("post_id", Long.class),
                row.getObject("object_id", Long.class),
                row.getInt("total"),
                newest,
                longs(row.getArray("sample")),
                new Group.Span(
                        row.getLong("page_oldest"),
                        newest,
                        row.getObject("page_latest_at", OffsetDateTime.class).toInstant()));
    }

    private static List<Long> longs(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).distinct().toList();
    }
}
