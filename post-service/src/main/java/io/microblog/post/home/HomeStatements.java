package io.microblog.post.home;

/**
 * The statements that change home timelines. What they write is judged once more when it is read, by
 * {@code posts_at_home}.
 */
final class HomeStatements {

    /**
     * Where no home has the posts yet, and nobody gives them to one meanwhile. Notes of each post into how many homes it
     * went: a large author's post is merged into those of all followers.
     */
    static final String DELIVER = """
            WITH written AS (
                INSERT INTO home_timeline (owner_id, post_id, author_id)
                SELECT r.from_id, p.id, p.author_id
                FROM relationship r CROSS JOIN LATERAL written_for(r.from_id) p
                WHERE p.id = ANY (CAST(:posts AS bigint[])) AND r.to_id = p.author_id AND r.following
                    AND NOT EXISTS (SELECT FROM large_author l WHERE l.author_id = p.author_id)
                    AND NOT EXISTS (SELECT FROM home h WHERE h.owner_id = r.from_id AND h.state = 'AWAY')
                UNION
                SELECT f.account_id, p.id, p.author_id
                FROM hashtag_follow f JOIN post p ON f.hashtag = ANY (p.hashtags) AND f.account_id <> p.author_id
                WHERE p.id = ANY (CAST(:posts AS bigint[])) AND p.visibility = 'PUBLIC'
                    AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
                    AND NOT EXISTS (SELECT FROM home h WHERE h.owner_id = f.account_id AND h.state = 'AWAY')
                RETURNING post_id),
            counted AS (SELECT post_id, count(*) AS homes FROM written GROUP BY post_id)
            INSERT INTO fan_out (post_id, homes)
            SELECT p.id, nullif(coalesce(w.homes, 0) + coalesce(c.followers, 0), 0)
            FROM post p LEFT JOIN counted w ON w.post_id = p.id
            LEFT JOIN (large_author l JOIN author_counts c ON c.author_id = l.author_id)
                ON l.author_id = p.author_id AND p.visibility <> 'DIRECT'
                    AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
            WHERE p.id = ANY (CAST(:posts AS bigint[]))
            """;

    /** Where some may have them. To ask first takes half as long again. */
    static final String DELIVER_MISSING =
            DELIVER.replace("RETURNING post_id", "ON CONFLICT DO NOTHING RETURNING post_id");

    /** The same of boosts, each of which counts where a home does not have the post by itself or by an earlier boost. */
    static final String DELIVER_BOOSTS = """
            WITH written AS (
                INSERT INTO home_timeline (owner_id, post_id, author_id, boosted_id)
                SELECT r.from_id, b.id, b.account_id, b.post_id
                FROM boost b JOIN relationship r ON r.to_id = b.account_id AND r.following AND r.show_boosts
                WHERE b.id = ANY (CAST(:boosts AS bigint[]))
                    AND NOT EXISTS (SELECT FROM large_author l WHERE l.author_id = b.account_id)
                    AND NOT EXISTS (SELECT FROM home h WHERE h.owner_id = r.from_id AND h.state = 'AWAY')
                ON CONFLICT DO NOTHING RETURNING owner_id, post_id, boosted_id),
            counted AS (
                SELECT w.post_id, count(*) AS homes FROM written w
                WHERE NOT EXISTS (SELECT FROM home_timeline h WHERE h.owner_id = w.owner_id AND h.post_id = w.boosted_id)
                    AND NOT EXISTS (
                        SELECT FROM home_timeline h WHERE h.owner_id = w.owner_id AND h.boosted_id = w.boosted_id)
                    AND NOT EXISTS (
                        SELECT FROM written e
                        WHERE e.owner_id = w.owner_id AND e.boosted_id = w.boosted_id AND e.post_id < w.post_id)
                GROUP BY w.post_id)
            UPDATE fan_out f SET homes = nullif(coalesce(w.homes, 0) + coalesce(c.followers, 0), 0)
            FROM boost b LEFT JOIN counted w ON w.post_id = b.id
                LEFT JOIN (large_author l JOIN author_counts c ON c.author_id = l.author_id) ON l.author_id = b.account_id
            WHERE b.id = ANY (CAST(:boosts AS bigint[])) AND f.post_id = b.id
            """;

    static final String BACKFILL = """
            INSERT INTO home_timeline (owner_id, post_id, author_id)
            SELECT :owner, p.id, p.author_id
            FROM (SELECT id FROM post WHERE author_id = :author ORDER BY id DESC LIMIT :limit) newest
            JOIN written_for(:owner) p ON p.id = newest.id
            ON CONFLICT DO NOTHING
            """;

    /** Answers to the author by those whom the owner follows already; looks at a bounded number of answers. */
    static final String BACKFILL_ANSWERS = """
            INSERT INTO home_timeline (owner_id, post_id, author_id)
            SELECT :owner, p.id, p.author_id
            FROM (SELECT id FROM post WHERE in_reply_to_author_id = :author ORDER BY id DESC LIMIT 10 * :limit) newest
            JOIN written_for(:owner) p ON p.id = newest.id
            JOIN relationship r ON r.from_id = :owner AND r.to_id = p.author_id AND r.following
            ORDER BY p.id DESC LIMIT :limit
            ON CONFLICT DO NOTHING
            """;

    static final String BACKFILL_HASHTAG = """
            INSERT INTO home_timeline (owner_id, post_id, author_id)
            SELECT :owner, p.id, p.author_id
            FROM (SELECT post_id FROM post_hashtag WHERE hashtag = :hashtag ORDER BY post_id DESC LIMIT :limit) newest
            JOIN tagged_for(:owner) p ON p.id = newest.post_id
            ON CONFLICT DO NOTHING
            """;

    static final String PRUNE = """
            DELETE FROM home_timeline h WHERE h.owner_id = :owner AND h.author_id = :author
                AND NOT EXISTS (SELECT FROM tagged_for(:owner) p WHERE p.id = h.post_id)
            """;

    static final String PRUNE_HASHTAG = """
            DELETE FROM home_timeline h USING post p
            WHERE h.owner_id = :owner AND p.id = h.post_id AND :hashtag = ANY (p.hashtags)
                AND NOT EXISTS (SELECT FROM tagged_for(:owner) t WHERE t.id = p.id)
                AND NOT EXISTS (SELECT FROM written_for(:owner) w
                    WHERE w.id = p.id AND (w.author_id = :owner OR EXISTS (SELECT FROM relationship r
                        WHERE r.from_id = :owner AND r.to_id = w.author_id AND r.following
                            AND understood(r.languages, w.language))))
            """;

    static final String BACKFILL_BOOSTS = """
            INSERT INTO home_timeline (owner_id, post_id, author_id, boosted_id)
            SELECT :owner, b.id, b.account_id, b.post_id
            FROM boost b WHERE b.account_id = :author ORDER BY b.id DESC LIMIT :limit
            ON CONFLICT DO NOTHING
            """;

    static final String REMOVE = """
            DELETE FROM home_timeline h USING relationship r
            WHERE r.to_id = :author AND r.following AND h.owner_id = r.from_id AND h.post_id = :post
            """;

    /** What a large author published lately, for those homes of a range of followers that reach down to it. */
    static final String CATCH_UP = """
            INSERT INTO home_timeline (owner_id, post_id, author_id)
            SELECT r.from_id, p.id, p.author_id
            FROM (SELECT id FROM post WHERE author_id = :author ORDER BY id DESC LIMIT :limit) newest
            CROSS JOIN relationship r LEFT JOIN home o ON o.owner_id = r.from_id
            CROSS JOIN LATERAL written_for(r.from_id) p
            WHERE r.to_id = :author AND r.following AND r.from_id > :above AND r.from_id <= :upTo
                AND p.id = newest.id AND p.id > :since AND p.id > coalesce(o.floor, 0)
                AND coalesce(o.state, 'KEPT') <> 'AWAY'
            ON CONFLICT DO NOTHING
            """;

    static final String CATCH_UP_BOOSTS = """
            INSERT INTO home_timeline (owner_id, post_id, author_id, boosted_id)
            SELECT r.from_id, b.id, b.account_id, b.post_id
            FROM (SELECT * FROM boost WHERE account_id = :author ORDER BY id DESC LIMIT :limit) b
            JOIN relationship r ON r.to_id = b.account_id AND r.following AND r.show_boosts
            LEFT JOIN home o ON o.owner_id = r.from_id
            WHERE r.from_id > :above AND r.from_id <= :upTo AND b.id > :since AND b.id > coalesce(o.floor, 0)
                AND coalesce(o.state, 'KEPT') <> 'AWAY'
            ON CONFLICT DO NOTHING
            """;

    private HomeStatements() {}
}
