package io.microblog.post.insight;

import java.time.Instant;

import io.microblog.event.RelationshipState;
import io.microblog.post.erasure.ErasedContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Followers who came and went, by quarters of an hour. Works in the caller's transaction and may be repeated. Where the
 * topic has been compacted, those who came and went between are not known; the difference is right all the same.
 */
@Component
class FollowerInsights implements ErasedContent {

    private static final String PUT = """
            WITH pair AS (
                INSERT INTO insight_follower AS f (account_id, follower_id, version, following)
                SELECT :account, :follower, :version, :following
                WHERE :following OR EXISTS (
                    SELECT FROM insight_follower WHERE account_id = :account AND follower_id = :follower)
                ON CONFLICT (account_id, follower_id) DO UPDATE
                SET version = excluded.version, following = excluded.following WHERE excluded.version > f.version
                RETURNING account_id, coalesce(old.following, false) AS before, new.following AS after)
            INSERT INTO insight_author_time AS t (author_id, at, gained, lost)
            SELECT account_id, :at, CAST(after AS int), CAST(before AS int) FROM pair WHERE before <> after
            ON CONFLICT (author_id, at) DO UPDATE SET gained = t.gained + excluded.gained, lost = t.lost + excluded.lost
            """;

    private final JdbcClient jdbc;

    FollowerInsights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param at when it came to that */
    void put(RelationshipState state, Instant at) {
        jdbc.sql(PUT)
                .param("account", state.toId())
                .param("follower", state.fromId())
                .param("version", state.version())
                .param("following", state.following())
                .param("at", PostInsights.quarter(at))
                .update();
    }

    /** All numbers by time of the person, and who followed them. Those of posts go with the posts. */
    @Override
    public boolean erase(long accountId, int most) {
        return delete("insight_follower", "account_id", "follower_id", accountId, most)
                || delete("insight_author_time", "author_id", "at", accountId, most);
    }

    private boolean delete(String table, String owner, String key, long accountId, int most) {
        String some = "SELECT %3$s FROM %1$s WHERE %2$s = :owner LIMIT :most";
        return jdbc.sql(("DELETE FROM %1$s WHERE %2$s = :owner AND %3$s IN (" + some + ")")
                                .formatted(table, owner, key))
                        .param("owner", accountId)
                        .param("most", most)
                        .update()
                == most;
    }
}
