package io.microblog.post.home;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries posts and boosts into home timelines and out of them. Works in the caller's transaction and may be repeated. */
@Component
public class HomeTimeline {

    private final JdbcClient jdbc;
    private final AuthorLocks locks;
    private final DeliveredPosts delivered;

    HomeTimeline(JdbcClient jdbc, AuthorLocks locks, DeliveredPosts delivered) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.delivered = delivered;
    }

    /** Puts a new post into its author's own home. */
    public void addOwn(long authorId, long postId) {
        jdbc.sql("INSERT INTO home_timeline (owner_id, post_id, author_id) VALUES (:author, :post, :author)"
                        + " ON CONFLICT DO NOTHING")
                .param("author", authorId)
                .param("post", postId)
                .update();
    }

    /** Takes a deleted post out of its author's own home. */
    public void removeOwn(long authorId, long postId) {
        jdbc.sql("DELETE FROM home_timeline WHERE owner_id = :author AND post_id = :post")
                .param("author", authorId)
                .param("post", postId)
                .update();
    }

    /**
     * A post on its way into homes.
     *
     * @param answeredId whose post it answers, null for nobody
     */
    record Arrival(long postId, long authorId, @Nullable Long answeredId) {}

    /**
     * Puts posts into the homes of all followers of their authors and their hashtags, once: a replay years later must not
     * bring back what was trimmed or add what a later follower never had. A post deleted meanwhile goes nowhere. Whoever is
     * about to follow somebody who is answered is waited for.
     *
     * @throws DuplicateKeyException when somebody who has just begun to follow has one; {@link #deliverMissing} does not mind
     */
    void deliver(Collection<Arrival> posts) {
        deliver(posts, HomeStatements.DELIVER);
    }

    /** As {@link #deliver}, for posts that some homes may have already. */
    void deliverMissing(Collection<Arrival> posts) {
        deliver(posts, HomeStatements.DELIVER_MISSING);
    }

    private void deliver(Collection<Arrival> posts, String sql) {
        locks.awaitBeginners(
                posts.stream().map(Arrival::answeredId).filter(Objects::nonNull).toList());
        locks.alone(posts.stream().map(Arrival::authorId).toList());
        List<Long> fresh =
                delivered.undelivered(posts.stream().map(Arrival::postId).toList());
        if (!fresh.isEmpty()) {
            jdbc.sql(sql).param("posts", fresh.toArray(Long[]::new)).update();
        }
    }

    /** A boost on its way into homes. */
    record Boosting(long boostId, long boosterId) {}

    /**
     * Puts boosts into the homes of the followers who want to see them, once. None of them can go while that happens; a
     * deletion of what they boost comes later, and finds the entries.
     */
    void deliverBoosts(Collection<Boosting> boosts) {
        locks.alone(boosts.stream().map(Boosting::boosterId).toList());
        List<Long> fresh =
                delivered.addBoosts(boosts.stream().map(Boosting::boostId).toList());
        if (!fresh.isEmpty()) {
            jdbc.sql(HomeStatements.DELIVER_BOOSTS)
                    .param("boosts", fresh.toArray(Long[]::new))
                    .update();
        }
    }

    /** Takes a deleted post, or a boost that was taken back, out of the homes of all followers. */
    void withdraw(long authorId, long postId) {
        locks.alone(authorId);
        jdbc.sql(HomeStatements.REMOVE)
                .param("author", authorId)
                .param("post", postId)
                .update();
        delivered.remove(postId);
    }

    /** Takes a post that is being deleted out of the homes that have it for its hashtags. */
    public void removeTagged(long postId, List<String> hashtags) {
        jdbc.sql("""
                DELETE FROM home_timeline h USING hashtag_follow f
                WHERE f.hashtag = ANY (:hashtags) AND h.owner_id = f.account_id AND h.post_id = :post
                """)
                .param("hashtags", hashtags.toArray(String[]::new))
                .param("post", postId)
                .update();
    }

    /** Takes all boosts of a deleted post out of all homes. */
    void withdrawBoosts(long postId) {
        jdbc.sql("DELETE FROM home_timeline WHERE boosted_id = :post")
                .param("post", postId)
                .update();
    }
}
