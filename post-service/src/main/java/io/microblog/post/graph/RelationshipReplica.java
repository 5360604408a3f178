package io.microblog.post.graph;

import java.util.HashMap;
import java.util.Map;

import io.microblog.event.RelationshipState;
import io.microblog.kit.event.Upsert;
import io.microblog.post.author.AuthorCounts;
import io.microblog.post.home.HomeSubscriptions;
import io.microblog.post.list.ListMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows, blocks and mutes whom, as events have told. */
@Component
class RelationshipReplica {

    private static final Upsert VERSIONED = Upsert.versioned("relationship", "from_id", "to_id");

    private static final String PREPARE = """
            INSERT INTO relationship (from_id, to_id, version, following, show_boosts)
            VALUES (:from, :to, 0, false, false) ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final AuthorCounts counts;
    private final HomeSubscriptions home;
    private final ListMembers lists;

    RelationshipReplica(JdbcClient jdbc, AuthorCounts counts, HomeSubscriptions home, ListMembers lists) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.home = home;
        this.lists = lists;
    }

    /**
     * Takes a state over unless the same or a newer one is there. Where a follow began, the follower's home gets the
     * followed person's newest posts; where it ended, it loses them, and lists the person; and likewise with boosts.
     *
     * <p>The state may come by its event and by a call at the same time: they wait for each other, so that the second
     * sees what the first has done.
     */
    @Transactional
    void put(RelationshipState state) {
        prepare(state.fromId(), state.toId());
        Follow before = follow(state.fromId(), state.toId());
        if (!VERSIONED.apply(jdbc, row(state))) {
            return;
        }
        Follow after = new Follow(state.following(), state.following() && state.showBoosts());
        if (before.follows() != after.follows()) {
            counts.countFollow(state.fromId(), state.toId(), after.follows() ? 1 : -1);
        }
        updateHome(state.fromId(), state.toId(), before, after);
    }

    private void updateHome(long ownerId, long authorId, Follow before, Follow after) {
        if (before.follows() && !after.follows()) {
            home.prune(ownerId, authorId);
            lists.leave(ownerId, authorId);
            return;
        }
        if (!before.follows() && after.follows()) {
            home.backfill(ownerId, authorId);
        }
        if (before.boosts() && !after.boosts()) {
            home.pruneBoosts(ownerId, authorId);
        } else if (!before.boosts() && after.boosts()) {
            home.backfillBoosts(ownerId, authorId);
        }
    }

    /** Makes sure there is a row to lock. */
    private void prepare(long fromId, long toId) {
        jdbc.sql(PREPARE).param("from", fromId).param("to", toId).update();
    }

    /** What of somebody reaches a home. */
    private record Follow(boolean follows, boolean boosts) {}

    private Follow follow(long fromId, long toId) {
        return jdbc.sql("""
                SELECT following, following AND show_boosts AS boosts FROM relationship
                WHERE from_id = :from AND to_id = :to FOR UPDATE
                """)
                .param("from", fromId)
                .param("to", toId)
                .query((row, number) -> new Follow(row.getBoolean("following"), row.getBoolean("boosts")))
                .single();
    }

    private static Map<String, @Nullable Object> row(RelationshipState state) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("from_id", state.fromId());
        row.put("to_id", state.toId());
        row.put("version", state.version());
        row.put("following", state.following());
        row.put("show_boosts", state.showBoosts());
        row.put("followed_at", state.followedAt());
        row.put("languages", state.languages());
        row.put("blocking", state.blocks());
        row.put("muting", state.mutes());
        row.put("mute_ends_at", state.muteEndsAt());
        return row;
    }
}
