package io.microblog.post.home;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Keeps homes near their capacity. A look at how long a home is costs as much as writing a hundred entries, so it is taken
 * rarely, and at a few homes at a time. Each home is cut by a statement of its own: the planner would join the homes of
 * many owners by reading all there are.
 */
@Component
class HomeTrimming {

    /** One of so many homes is looked at together: other posts of the author must not wait for all of them. */
    private static final int SHARE = 16;

    /**
     * Of a share of the homes that a post was written to, chosen by the times in both ids, those that hold too much, with
     * the newest of their entries that has to go.
     */
    private static final String TOO_LONG = """
            SELECT owner.id AS owner, first.post_id AS last
            FROM (SELECT CAST(:author AS bigint) AS id
                UNION SELECT r.from_id FROM relationship r WHERE r.to_id = :author AND r.following
                    AND NOT EXISTS (SELECT FROM large_author l WHERE l.author_id = :author)
                UNION SELECT f.account_id FROM post p JOIN hashtag_follow f ON f.hashtag = ANY (p.hashtags)
                WHERE p.id = :post) owner
            CROSS JOIN LATERAL (
                SELECT post_id FROM home_timeline t WHERE t.owner_id = owner.id
                ORDER BY post_id DESC OFFSET :capacity LIMIT 1) first
            WHERE mod((owner.id >> 16) + (CAST(:post AS bigint) >> 16), :share) = 0
            ORDER BY owner.id
            """;

    /**
     * Rows that another transaction deletes or marks already are left to it, or the two might wait for each other for ever.
     * Those that are locked stay in their places, where they are found without the index.
     */
    private static final String CUT = """
            WITH surplus AS MATERIALIZED (
                SELECT ctid AS place FROM home_timeline WHERE owner_id = :owner AND post_id <= :last FOR UPDATE SKIP LOCKED),
            trimmed AS (
                DELETE FROM home_timeline h USING surplus s WHERE h.owner_id = :owner AND h.ctid = s.place
                RETURNING h.post_id),
            marked AS (SELECT owner_id FROM home WHERE owner_id = :owner FOR UPDATE SKIP LOCKED)
            UPDATE home h SET floor = greatest(h.floor, (SELECT max(post_id) FROM trimmed))
            FROM marked m WHERE h.owner_id = m.owner_id
            """;

    private final NamedParameterJdbcOperations jdbc;
    private final HomeProperties properties;

    HomeTrimming(NamedParameterJdbcOperations jdbc, HomeProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Perhaps cuts some of the homes that a post of the author has just been written to, as far as they are too long. */
    void trimSome(long authorId, long postId) {
        int share = Math.min(SHARE, properties.trimEvery());
        if (ThreadLocalRandom.current().nextInt(properties.trimEvery() / share) == 0) {
            trim(authorId, postId, share);
        }
    }

    private void trim(long authorId, long postId, int share) {
        SqlParameterSource[] cuts = jdbc.query(
                        TOO_LONG,
                        Map.of("author", authorId, "post", postId, "capacity", properties.capacity(), "share", share),
                        (row, number) -> new MapSqlParameterSource("owner", row.getLong("owner"))
                                .addValue("last", row.getLong("last")))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate(CUT, cuts);
    }
}
