package io.microblog.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads notifications one by one, and removes what a person has dealt with. */
@Repository
class NotificationRepository {

    private static final String COLUMNS =
            "SELECT n.id, n.type, n.from_id, n.post_id, n.object_id, n.created_at, n.group_key";
    private static final String SHOWN = " FROM shown_notification n WHERE n.recipient_id = :recipient";
    private static final String BETWEEN = " AND n.id < :below AND n.id > :above";

    private final JdbcClient jdbc;

    NotificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page in descending order of ids. */
    List<Notification> page(long recipient, NotificationFilter filter, Page page) {
        String order = " ORDER BY n.id " + page.order() + " LIMIT :limit";
        List<Notification> found = filter.bind(jdbc.sql(COLUMNS + SHOWN + BETWEEN + filter.condition() + order))
                .param("recipient", recipient)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(NotificationRepository::read)
                .list();
        return page.newestFirst(found);
    }

    /** How many there are above the id {@code read}, counted up to {@code limit}. */
    int count(long recipient, NotificationFilter filter, long read, int limit) {
        return filter.bind(jdbc.sql("SELECT count(*) FROM (SELECT" + SHOWN + " AND n.id > :read" + filter.condition()
                        + " LIMIT :limit) AS unread"))
                .param("recipient", recipient)
                .param("read", read)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    Optional<Notification> find(long recipient, long id) {
        return jdbc.sql(COLUMNS + SHOWN + " AND n.id = :id")
                .param("id", id)
                .param("recipient", recipient)
                .query(NotificationRepository::read)
                .optional();
    }

    /** Those of some ids that are there. */
    List<Notification> find(long recipient, List<Long> ids) {
        return jdbc.sql(COLUMNS + SHOWN + " AND n.id = ANY (CAST(:ids AS bigint[]))")
                .param("ids", ids.toArray(Long[]::new))
                .param("recipient", recipient)
                .query(NotificationRepository::read)
                .list();
    }

    /** Those of one group, one page in descending order of ids. */
    List<Notification> ofGroup(long recipient, String groupKey, Page page) {
        String order = " ORDER BY n.id " + page.order() + " LIMIT :limit";
        List<Notification> found = jdbc.sql(COLUMNS + SHOWN + BETWEEN + " AND n.group_key = :key" + order)
                .param("recipient", recipient)
                .param("key", groupKey)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(NotificationRepository::read)
                .list();
        return page.newestFirst(found);
    }

    /** Whether there was one to remove. */
    boolean remove(long recipient, long id) {
        return jdbc.sql("UPDATE notification SET removed_at = now()"
                                + " WHERE id = :id AND recipient_id = :recipient AND removed_at IS NULL")
                        .param("id", id)
                        .param("recipient", recipient)
                        .update()
                == 1;
    }

    /** Whether there was any to remove. */
    boolean removeGroup(long recipient, String groupKey) {
        return jdbc.sql("UPDATE notification SET removed_at = now()"
                                + " WHERE recipient_id = :recipient AND group_key = :key AND removed_at IS NULL")
                        .param("recipient", recipient)
                        .param("key", groupKey)
                        .update()
                > 0;
    }

    void removeAll(long recipient) {
        jdbc.sql("UPDATE notification SET removed_at = now() WHERE recipient_id = :recipient AND removed_at IS NULL")
                .param("recipient", recipient)
                .update();
    }

    private static Notification read(ResultSet row, int number) throws SQLException {
        return new Notification(
                row.getLong("id"),
                row.getString("type"),
                row.getLong("from_id"),
                row.getObject("post_id", Long.class),
                row.getObject("object_id", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("group_key"));
    }
}
