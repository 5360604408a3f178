package io.microblog.notification.announcement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.announcement.AnnouncementChange.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people react to announcements. */
@Component
class AnnouncementReactions {

    /** The most different ones of an announcement, as the API's clients expect. */
    private static final int MOST = 8;

    private final JdbcClient jdbc;
    private final AnnouncementChanges changes;

    AnnouncementReactions(JdbcClient jdbc, AnnouncementChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * Those of some announcements, the oldest first.
     *
     * @param reader whose own are marked; null to mark nothing
     */
    Map<Long, List<AnnouncementReaction>> of(List<Long> announcements, @Nullable Long reader) {
        var reactions = new HashMap<Long, List<AnnouncementReaction>>();
        jdbc.sql("""
                SELECT c.announcement_id, c.name, c.total, EXISTS (
                    SELECT FROM announcement_reaction r WHERE r.announcement_id = c.announcement_id
                        AND r.name = c.name AND r.account_id = :reader) AS me
                FROM announcement_reaction_count c WHERE c.announcement_id = ANY (CAST(:ids AS bigint[]))
                ORDER BY c.announcement_id, c.since, c.name
                """)
                .param("ids", announcements.toArray(Long[]::new))
                .param("reader", reader, java.sql.Types.BIGINT)
                .query(row -> {
                    reactions
                            .computeIfAbsent(row.getLong("announcement_id"), _ -> new ArrayList<>())
                            .add(new AnnouncementReaction(
                                    row.getString("name"),
                                    row.getInt("total"),
                                    reader == null ? null : row.getBoolean("me")));
                });
        return reactions;
    }

    /**
     * Adds one; whoever has it already changes nothing.
     *
     * @throws Invalid when it is no emoji, or others than these have to be chosen from
     */
    @Transactional
    void add(long announcement, long reader, String name) {
        if (!EmojiName.isKnown(name)) {
            throw Invalid.field("name", "ERR_INVALID", "is not a recognized emoji");
        }
        lock(announcement);
        int added = jdbc.sql("INSERT INTO announcement_reaction (announcement_id, name, account_id)"
                        + " VALUES (:it, :name, :reader) ON CONFLICT DO NOTHING")
                .param("it", announcement)
                .param("name", name)
                .param("reader", reader)
                .update();
        if (added == 0) {
            return;
        }
        jdbc.sql("""
                INSERT INTO announcement_reaction_count AS c (announcement_id, name, total) VALUES (:it, :name, 1)
                ON CONFLICT (announcement_id, name) DO UPDATE SET total = c.total + 1
                """).param("it", announcement).param("name", name).update();
        if (different(announcement) > MOST) {
            throw Invalid.field("name", "ERR_LIMIT", "is one more than the limit of %d reactions".formatted(MOST));
        }
        changes.note(announcement, Kind.REACTION, name);
    }

    /** @throws NotFound when the reader did not react so */
    @Transactional
    void remove(long announcement, long reader, String name) {
        lock(announcement);
        int removed = jdbc.sql("DELETE FROM announcement_reaction WHERE announcement_id = :it AND name = :name"
                        + " AND account_id = :reader")
                .param("it", announcement)
                .param("name", name)
                .param("reader", reader)
                .update();
        if (removed == 0) {
            throw new NotFound();
        }
        jdbc.sql(
                        "UPDATE announcement_reaction_count SET total = total - 1 WHERE announcement_id = :it AND name = :name")
                .param("it", announcement)
                .param("name", name)
                .update();
        jdbc.sql("DELETE FROM announcement_reaction_count WHERE announcement_id = :it AND name = :name AND total = 0")
                .param("it", announcement)
                .param("name", name)
                .update();
        changes.note(announcement, Kind.REACTION, name);
    }

    /** Counts are less by the person's own, of announcements that are over, too. */
    @EventListener
    @Transactional
    void on(RecipientErased erased) {
        jdbc.sql("""
                WITH gone AS (
                    DELETE FROM announcement_reaction WHERE account_id = :account RETURNING announcement_id, name)
                UPDATE announcement_reaction_count c SET total = c.total - 1 FROM gone
                WHERE c.announcement_id = gone.announcement_id AND c.name = gone.name
                """).param("account", erased.accountId()).update();
        jdbc.sql("DELETE FROM announcement_reaction_count WHERE total = 0").update();
    }

    /** Those who react to one announcement wait for each other, and for whoever takes it back. */
    private void lock(long announcement) {
        boolean there = jdbc.sql("SELECT id FROM announcement WHERE id = :it AND state = 'PUBLISHED' FOR UPDATE")
                .param("it", announcement)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!there) {
            throw new NotFound();
        }
    }

    private int different(long announcement) {
        return jdbc.sql("SELECT count(*) FROM announcement_reaction_count WHERE announcement_id = :it")
                .param("it", announcement)
                .query(Integer.class)
                .single();
    }
}
