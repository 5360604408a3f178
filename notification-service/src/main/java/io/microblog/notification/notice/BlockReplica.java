package io.microblog.notification.notice;

import java.util.HashMap;

import io.microblog.event.RelationshipState;
import io.microblog.kit.event.Upsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants to hear nothing of whom: a replica of blocks, and of mutes that cover notifications. */
@Repository
class BlockReplica {

    private static final Upsert VERSIONED = Upsert.versioned("silence", "owner_id", "other_id");
    private final JdbcClient jdbc;

    BlockReplica(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a state over unless the same or a newer one is there; whether it did. */
    boolean put(RelationshipState state) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("owner_id", state.fromId());
        row.put("other_id", state.toId());
        row.put("version", state.version());
        row.put("blocking", state.blocks());
        row.put("muting", state.mutesNotifications());
        row.put("mute_ends_at", state.muteEndsAt());
        return VERSIONED.apply(jdbc, row);
    }
}
