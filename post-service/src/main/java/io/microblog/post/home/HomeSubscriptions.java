package io.microblog.post.home;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes a home when its owner begins or ceases to follow. Works in the caller's transaction and may be repeated. A home
 * that is not kept gets nothing: it will be filled when its owner comes back.
 */
@Component
public class HomeSubscriptions {

    private final JdbcClient jdbc;
    private final AuthorLocks locks;
    private final Homes homes;
    private final LargeAuthors large;
    private final HomeProperties properties;

    HomeSubscriptions(JdbcClient jdbc, AuthorLocks locks, Homes homes, LargeAuthors large, HomeProperties properties) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.homes = homes;
        this.large = large;
        this.properties = properties;
    }

    /** Gives a new follower the author's newest posts, and others' answers to the author. */
    public void backfill(long ownerId, long authorId) {
        locks.together(authorId);
        locks.beginning(authorId);
        large.grow(authorId);
        if (homes.hold(ownerId)) {
            fill(HomeStatements.BACKFILL, ownerId, authorId);
            fill(HomeStatements.BACKFILL_ANSWERS, ownerId, authorId);
        }
    }

    /** Gives a new follower of a hashtag its newest posts. */
    public void backfillHashtag(long ownerId, String hashtag) {
        if (!homes.hold(ownerId)) {
            return;
        }
        jdbc.sql(HomeStatements.BACKFILL_HASHTAG)
                .param("owner", ownerId)
                .param("hashtag", hashtag)
                .param("limit", properties.backfill())
                .update();
    }

    /** Takes the posts of a hashtag away from somebody who no longer follows it. */
    public void pruneHashtag(long ownerId, String hashtag) {
        homes.hold(ownerId);
        jdbc.sql(HomeStatements.PRUNE_HASHTAG)
                .param("owner", ownerId)
                .param("hashtag", hashtag)
                .update();
    }

    /** Gives somebody who begins to want them the newest boosts of a person. */
    public void backfillBoosts(long ownerId, long boosterId) {
        locks.together(boosterId);
        if (homes.hold(ownerId)) {
            fill(HomeStatements.BACKFILL_BOOSTS, ownerId, boosterId);
        }
    }

    private void fill(String sql, long ownerId, long authorId) {
        jdbc.sql(sql)
                .param("owner", ownerId)
                .param("author", authorId)
                .param("limit", properties.backfill())
                .update();
    }

    /** Takes the author's posts and boosts away from somebody who no longer follows, but for followed hashtags. */
    public void prune(long ownerId, long authorId) {
        prune(HomeStatements.PRUNE, ownerId, authorId);
    }

    /** Takes a person's boosts away from somebody who no longer wants them. */
    public void pruneBoosts(long ownerId, long boosterId) {
        prune(
                "DELETE FROM home_timeline"
                        + " WHERE owner_id = :owner AND author_id = :author AND boosted_id IS NOT NULL",
                ownerId,
                boosterId);
    }

    private void prune(String sql, long ownerId, long authorId) {
        locks.together(authorId);
        homes.hold(ownerId);
        jdbc.sql(sql).param("owner", ownerId).param("author", authorId).update();
    }
}
