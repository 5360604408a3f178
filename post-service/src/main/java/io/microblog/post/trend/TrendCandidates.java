package io.microblog.post.trend;

import java.time.Duration;
import java.time.Instant;

import io.microblog.event.Engagement;
import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may become a trend, within a bounded time. A person counts once for a hashtag and day, however much they post. Works
 * in the caller's transaction and may be repeated.
 */
@Component
class TrendCandidates {

    static final Duration USES = Duration.ofDays(7);
    static final Duration POSTS = Duration.ofDays(3);

    private static final String USE = """
            INSERT INTO trend_tag_use (day, hashtag, account_id, post_id)
            SELECT CAST(p.created_at AT TIME ZONE 'UTC' AS date), h.hashtag, p.author_id, p.id
            FROM post p CROSS JOIN unnest(p.hashtags) AS h (hashtag)
            WHERE p.id = :post AND p.id >= :oldest AND p.visibility = 'PUBLIC'
            FOR KEY SHARE OF p
            ON CONFLICT DO NOTHING
            """;

    /** What an edit has taken out. */
    private static final String UNUSE = """
            DELETE FROM trend_tag_use u USING post p
            WHERE u.post_id = :post AND p.id = :post AND u.hashtag <> ALL (p.hashtags)
            """;

    private static final String REACT = """
            INSERT INTO trend_candidate (post_id, reactions)
            SELECT id, :reactions FROM post WHERE id = :post AND id >= :oldest AND visibility = 'PUBLIC' FOR KEY SHARE
            ON CONFLICT (post_id) DO UPDATE SET reactions = excluded.reactions
            """;

    private final JdbcClient jdbc;

    TrendCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post says something else now. */
    void change(long postId) {
        jdbc.sql(UNUSE).param("post", postId).update();
        use(postId);
    }

    /** A post with hashtags is there. */
    void use(long postId) {
        jdbc.sql(USE).param("post", postId).param("oldest", oldest(USES)).update();
    }

    void react(Engagement engagement) {
        jdbc.sql(REACT)
                .param("post", engagement.postId())
                .param("reactions", engagement.favourites() + engagement.boosts())
                .param("oldest", oldest(POSTS))
                .update();
    }

    void forget(long postId) {
        jdbc.sql("DELETE FROM trend_tag_use WHERE post_id = :post")
                .param("post", postId)
                .update();
        jdbc.sql("DELETE FROM trend_candidate WHERE post_id = :post")
                .param("post", postId)
                .update();
    }

    /** Forgets what is too old to become a trend. */
    void forgetOld() {
        jdbc.sql("DELETE FROM trend_tag_use WHERE day < CAST(:oldest AS date)")
                .param("oldest", Instant.now().minus(USES).toString().substring(0, 10))
                .update();
        jdbc.sql("DELETE FROM trend_candidate WHERE post_id < :oldest")
                .param("oldest", oldest(POSTS))
                .update();
    }

    private static long oldest(Duration ago) {
        return IdGenerator.firstOf(Instant.now().minus(ago));
    }
}
