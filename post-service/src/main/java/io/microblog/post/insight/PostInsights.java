package io.microblog.post.insight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

import io.microblog.event.Engagement;
import io.microblog.event.ReachEvent.PostReached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The numbers of posts, by quarters of an hour. Works in the caller's transaction and may be repeated: what events tell of
 * a post is how it stands, with a version, so the difference to what is known is counted once, even if events between are
 * lost. Of posts that are gone nothing is kept, and of direct ones nothing is counted.
 */
@Component
class PostInsights {

    private static final String BEGIN = """
            WITH begun AS (
                INSERT INTO insight_post (post_id, author_id, language)
                SELECT id, author_id, language FROM post
                WHERE id = ANY (CAST(:posts AS bigint[])) AND visibility <> 'DIRECT' ORDER BY id FOR KEY SHARE
                ON CONFLICT (post_id) DO NOTHING RETURNING post_id, author_id)
            INSERT INTO insight_author_time AS t (author_id, at, posts)
            SELECT author_id, quarter_of(post_id) AS at, count(*) FROM begun GROUP BY author_id, at ORDER BY author_id, at
            ON CONFLICT (author_id, at) DO UPDATE SET posts = t.posts + excluded.posts
            """;

    private static final String RELABEL = """
            UPDATE insight_post i SET language = p.language FROM post p
            WHERE i.post_id = :post AND p.id = :post AND i.language IS DISTINCT FROM p.language
            """;

    private static final String ENGAGED = counting("""
            changed AS (
                UPDATE insight_post i
                SET engagement_version = n.version, favourites = n.favourites, boosts = n.boosts
                FROM unnest(
                    CAST(:posts AS bigint[]), CAST(:versions AS bigint[]), CAST(:favourites AS bigint[]),
                    CAST(:boosts AS bigint[])) AS n (post_id, version, favourites, boosts)
                WHERE i.post_id = n.post_id AND i.engagement_version < n.version
                RETURNING i.post_id, i.author_id, CAST(:at AS timestamptz) AS at, 0 AS homes, 0 AS opens,
                    new.favourites - old.favourites AS favourites, new.boosts - old.boosts AS boosts, 0 AS replies)
            """);

    private static final String REACHED = counting("""
            changed AS (
                UPDATE insight_post i SET reach_version = n.version, homes = n.homes, opens = n.opens
                FROM unnest(
                    CAST(:posts AS bigint[]), CAST(:versions AS bigint[]), CAST(:homes AS bigint[]),
                    CAST(:opens AS bigint[])) AS n (post_id, version, homes, opens)
                WHERE i.post_id = n.post_id AND i.reach_version < n.version
                RETURNING i.post_id, i.author_id, CAST(:at AS timestamptz) AS at, new.homes - old.homes AS homes,
                    new.opens - old.opens AS opens, 0 AS favourites, 0 AS boosts, 0 AS replies)
            """);

    /** By somebody else, and for everybody to see: a number must not tell of what one may not see. */
    private static final String ANSWERED = counting("""
            answer AS (
                INSERT INTO insight_reply (reply_id, post_id)
                SELECT r.id, i.post_id FROM post r JOIN insight_post i ON i.post_id = r.in_reply_to_id
                WHERE r.id = :reply AND r.author_id <> i.author_id AND r.visibility IN ('PUBLIC', 'UNLISTED')
                FOR KEY SHARE OF r
                ON CONFLICT (reply_id) DO NOTHING RETURNING reply_id, post_id),
            """ + replies("+ 1"));

    private static final String ANSWER_GONE =
            counting("answer AS (DELETE FROM insight_reply WHERE reply_id = :reply RETURNING reply_id, post_id),"
                    + replies("- 1"));

    private static final String FORGET_TIMES = """
            WITH gone AS (DELETE FROM insight_post_time WHERE post_id = :post RETURNING *)
            UPDATE insight_author_time t SET homes = t.homes - gone.homes, opens = t.opens - gone.opens,
                favourites = t.favourites - gone.favourites, boosts = t.boosts - gone.boosts, replies = t.replies - gone.replies
            FROM gone WHERE t.author_id = :author AND t.at = gone.at
            """;

    private static final String FORGET = """
            WITH gone AS (DELETE FROM insight_post WHERE post_id = :post RETURNING post_id),
                answers AS (DELETE FROM insight_reply WHERE post_id = :post),
                reach AS (DELETE FROM post_reach WHERE post_id = :post)
            UPDATE insight_author_time t SET posts = t.posts - 1 FROM gone
            WHERE t.author_id = :author AND t.at = quarter_of(gone.post_id)
            """;

    private final JdbcClient jdbc;

    PostInsights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Posts are there. So they are where anything else arrives first. */
    void begin(Collection<Long> postIds) {
        if (!postIds.isEmpty()) {
            jdbc.sql(BEGIN).param("posts", postIds.toArray(Long[]::new)).update();
        }
    }

    /** A post may be in another language than before. */
    void relabel(long postId) {
        jdbc.sql(RELABEL).param("post", postId).update();
    }

    /**
     * What has been done with posts.
     *
     * @param now of each post at most one
     * @param at the quarter of an hour in which it was
     */
    void engaged(List<Engagement> now, OffsetDateTime at) {
        begin(now.stream().map(Engagement::postId).toList());
        jdbc.sql(ENGAGED)
                .param("posts", column(now, Engagement::postId))
                .param("versions", column(now, Engagement::version))
                .param("favourites", column(now, Engagement::favourites))
                .param("boosts", column(now, Engagement::boosts))
                .param("at", at)
                .update();
    }

    /** How far posts have got; as {@link #engaged}. */
    void reached(List<PostReached> now, OffsetDateTime at) {
        begin(now.stream().map(PostReached::postId).toList());
        jdbc.sql(REACHED)
                .param("posts", column(now, PostReached::postId))
                .param("versions", column(now, PostReached::version))
                .param("homes", column(now, PostReached::homes))
                .param("opens", column(now, PostReached::opens))
                .param("at", at)
                .update();
    }

    void answered(long postId, long replyId) {
        begin(List.of(postId));
        jdbc.sql(ANSWERED).param("reply", replyId).update();
    }

    /** A post is gone, and with it what it was an answer to, and what was counted of it. */
    void forget(long postId, long authorId) {
        jdbc.sql(ANSWER_GONE).param("reply", postId).update();
        jdbc.sql(FORGET_TIMES).param("post", postId).param("author", authorId).update();
        jdbc.sql(FORGET).param("post", postId).param("author", authorId).update();
    }

    /** Adds what {@code changed} says to the times of its post and of its author. */
    private static String counting(String changed) {
        return """
                WITH %s,
                of_post AS (
                    INSERT INTO insight_post_time AS t (post_id, at, homes, opens, favourites, boosts, replies)
                    SELECT post_id, at, homes, opens, favourites, boosts, replies FROM changed
                    ON CONFLICT (post_id, at) DO UPDATE SET %2$s)
                INSERT INTO insight_author_time AS t (author_id, at, homes, opens, favourites, boosts, replies)
                SELECT author_id, at, sum(homes), sum(opens), sum(favourites), sum(boosts), sum(replies) FROM changed
                GROUP BY author_id, at ORDER BY author_id
                ON CONFLICT (author_id, at) DO UPDATE SET %2$s
                """.formatted(
                        changed,
                        "homes = t.homes + excluded.homes, opens = t.opens + excluded.opens,"
                                + " favourites = t.favourites + excluded.favourites, boosts = t.boosts + excluded.boosts,"
                                + " replies = t.replies + excluded.replies");
    }

    private static String replies(String by) {
        return """
                changed AS (
                    UPDATE insight_post i SET replies = i.replies %1$s FROM answer WHERE i.post_id = answer.post_id
                    RETURNING i.post_id, i.author_id, quarter_of(answer.reply_id) AS at, 0 AS homes, 0 AS opens,
                        0 AS favourites, 0 AS boosts, 0 %1$s AS replies)
                """.formatted(by);
    }

    private static <T> Long[] column(List<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).boxed().toArray(Long[]::new);
    }

    static OffsetDateTime quarter(Instant time) {
        long seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, 900)).atOffset(ZoneOffset.UTC);
    }
}
