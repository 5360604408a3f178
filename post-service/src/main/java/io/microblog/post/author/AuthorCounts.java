package io.microblog.post.author;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts followers and posts of each account. Always called in the transaction that changes what is counted. */
@Component
public class AuthorCounts {

    private final JdbcClient jdbc;

    AuthorCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A follow began ({@code by} = 1) or ended (-1). */
    public void countFollow(long fromId, long toId, int by) {
        // In the order of ids, so that two people who follow each other at once do not wait for each other.
        if (fromId < toId) {
            add(fromId, 0, by);
            add(toId, by, 0);
        } else {
            add(toId, by, 0);
            add(fromId, 0, by);
        }
    }

    /** Keeps an author's posts from being counted until the end of the transaction. */
    public void hold(long authorId) {
        jdbc.sql("""
                INSERT INTO author_counts AS c (author_id) VALUES (:author)
                ON CONFLICT (author_id) DO UPDATE SET statuses = c.statuses
                """).param("author", authorId).update();
    }

    /** A post that others may see was published. */
    public void countPost(long authorId, long postId) {
        jdbc.sql("""
                INSERT INTO author_counts AS c (author_id, statuses, last_id) VALUES (:author, 1, :post)
                ON CONFLICT (author_id) DO UPDATE
                SET statuses = c.statuses + 1, last_id = greatest(c.last_id, excluded.last_id)
                """).param("author", authorId).param("post", postId).update();
    }

    /** Such a post was deleted, and its row is gone already. */
    public void discountPost(long authorId, long postId) {
        jdbc.sql("""
                UPDATE author_counts SET statuses = statuses - 1, last_id = CASE WHEN last_id <> :post THEN last_id ELSE (
                    SELECT p.id FROM post p WHERE p.author_id = :author AND p.visibility <> 'DIRECT'
                    ORDER BY p.id DESC LIMIT 1) END
                WHERE author_id = :author
                """).param("author", authorId).param("post", postId).update();
    }

    private void add(long id, int followers, int following) {
        jdbc.sql("""
                INSERT INTO author_counts AS c (author_id, followers, following) VALUES (:id, :followers, :following)
                ON CONFLICT (author_id) DO UPDATE
                SET followers = c.followers + excluded.followers, following = c.following + excluded.following
                """)
                .param("id", id)
                .param("followers", followers)
                .param("following", following)
                .update();
    }
}
