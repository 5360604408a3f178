package io.microblog.notification.notice;

import java.util.HashMap;
import java.util.List;

import io.microblog.event.RelationshipState;
import io.microblog.kit.event.Upsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who follows whom: a replica of follows. */
@Repository
class FollowReplica {

    private static final Upsert VERSIONED = Upsert.versioned("follow", "follower_id", "followed_id");

    /** Few enough for one event's transaction; whoever has more such followers tells the rest in further rounds. */
    static final int BATCH = 1_000;

    private static final String NOTIFIED = """
            SELECT follower_id FROM follow WHERE followed_id = :author AND following AND notify_on_post
                AND follower_id > :after
                AND (languages IS NULL OR :language::text IS NULL OR :language = ANY (languages))
            ORDER BY follower_id LIMIT :batch
            """;

    private final JdbcClient jdbc;

    FollowReplica(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a state over unless the same or a newer one is there. */
    void put(RelationshipState state) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("follower_id", state.fromId());
        row.put("followed_id", state.toId());
        row.put("version", state.version());
        row.put("following", state.following());
        row.put("notify_on_post", state.notifyOnPost());
        row.put("languages", state.languages());
        VERSIONED.apply(jdbc, row);
    }

    /**
     * Followers who want to be told of each post, in the order of their ids.
     *
     * @param language of the post, null when it is unknown
     * @param after only ids above it
     * @return {@link #BATCH} of them, fewer at the end
     */
    List<Long> notified(long author, @Nullable String language, long after) {
        return jdbc.sql(NOTIFIED)
                .param("author", author)
                .param("language", language)
                .param("after", after)
                .param("batch", BATCH)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
