package io.microblog.post.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

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
            WHERE p.id = ANY (CAST(:posts AS bigint[])) AND p.id >= :oldest AND p.visibility = 'PUBLIC'
            ORDER BY p.id, h.hashtag FOR KEY SHARE OF p
            ON CONFLICT DO NOTHING
            """;

    /** What an edit has taken out. */
    private static final String UNUSE = """
            DELETE FROM trend_tag_use u USING post p
            WHERE u.post_id = :post AND p.id = :post AND u.hashtag <> ALL (p.hashtags)
            """;

    private static final String REACT = """
            INSERT INTO trend_candidate (post_id, reactions)
            SELECT p.id, r.reactions
            FROM unnest(CAST(:posts AS bigint[]), CAST(:reactions AS bigint[])) AS r (post_id, reactions)
            JOIN post p ON p.id = r.post_id
            WHERE p.id >= :oldest AND p.visibility = 'PUBLIC' ORDER BY p.id FOR KEY SHARE OF p
            ON CONFLICT (post_id) DO UPDATE SET reactions = excluded.reactions
            """;

    private final JdbcClient jdbc;

    TrendCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post says something else now, which nobody has approved. */
    void change(long postId) {
        jdbc.sql(UNUSE).param("post", postId).update();
        jdbc.sql("DELETE FROM trend_decision WHERE post_id = :post AND approved")
                .param("post", postId)
                .update();
        use(List.of(postId));
    }

    /** Posts with hashtags are there. */
    void use(Collection<Long> postIds) {
        if (!postIds.isEmpty()) {
            jdbc.sql(USE)
                    .param("posts", postIds.toArray(Long[]::new))
                    .param("oldest", oldest(USES))
                    .update();
        }
    }

    /** @param engagements of each post at most one */
    void react(Collection<Engagement> engagements) {
        if (!engagements.isEmpty()) {
            jdbc.sql(REACT)
                    .param("posts", engagements.stream().map(Engagement::postId).toArray(Long[]::new))
                    .param(
                            "reactions",
                            engagements.stream()
                                    .map(now -> now.favourites() + now.boosts())
                                    .toArray(Long[]::new))
                    .param("oldest", oldest(POSTS))
                    .update();
        }
    }

    void forget(long postId) {
        jdbc.sql("DELETE FROM trend_tag_use WHERE post_id = :post")
                .param("post", postId)
                .update();
        jdbc.sql("DELETE FROM trend_candidate WHERE post_id = :post")
                .param("post", postId)
                .update();
        jdbc.sql("DELETE FROM trend_decision WHERE post_id = :post")
                .param("post", postId)
                .update();
    }

    /** Forgets what is too old to become a trend. */
    void forgetOld() {
        jdbc.sql("DELETE FROM trend_tag_use WHERE day < :oldest")
                .param("oldest", LocalDate.ofInstant(Instant.now().minus(USES), ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM trend_candidate WHERE post_id < :oldest")
                .param("oldest", oldest(POSTS))
                .update();
        jdbc.sql("DELETE FROM trend_decision WHERE post_id < :oldest")
                .param("oldest", oldest(POSTS))
                .update();
    }

    private static long oldest(Duration ago) {
        return IdGenerator.firstOf(Instant.now().minus(ago));
    }
}
