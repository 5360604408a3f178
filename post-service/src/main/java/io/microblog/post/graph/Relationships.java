package io.microblog.post.graph;

import java.util.HashMap;
import java.util.Map;

import io.microblog.event.RelationshipState;
import io.microblog.kit.event.Upsert;
import io.microblog.post.author.AuthorCounts;
import io.microblog.post.timeline.HomeTimeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows whom, as events have told. */
@Component
class Relationships {

    private static final Upsert VERSIONED = Upsert.versioned("relationship", "from_id", "to_id");

    private final JdbcClient jdbc;
    private final AuthorCounts counts;
    private final HomeTimeline home;

    Relationships(JdbcClient jdbc, AuthorCounts counts, HomeTimeline home) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.home = home;
    }

    /**
     * Takes a state over unless the same or a newer one is there. Where a follow began, the follower's home gets the
     * followed person's newest posts; where it ended, it loses them.
     */
    void put(RelationshipState state) {
        boolean followed = isFollowing(state.fromId(), state.toId());
        if (!VERSIONED.apply(jdbc, row(state)) || followed == state.following()) {
            return;
        }
        if (state.following()) {
            counts.countFollow(state.fromId(), state.toId(), 1);
            home.backfill(state.fromId(), state.toId());
        } else {
            counts.countFollow(state.fromId(), state.toId(), -1);
            home.prune(state.fromId(), state.toId());
        }
    }

    private boolean isFollowing(long fromId, long toId) {
        return jdbc.sql("SELECT following FROM relationship WHERE from_id = :from AND to_id = :to FOR UPDATE")
                .param("from", fromId)
                .param("to", toId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static Map<String, @Nullable Object> row(RelationshipState state) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("from_id", state.fromId());
        row.put("to_id", state.toId());
        row.put("version", state.version());
        row.put("following", state.following());
        row.put("show_boosts", state.showBoosts());
        row.put("followed_at", state.followedAt());
        return row;
    }
}
