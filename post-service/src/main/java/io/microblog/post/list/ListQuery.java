package io.microblog.post.list;

import io.microblog.post.home.HomeRules;
import io.microblog.post.status.Audience;
import io.microblog.post.status.PostIds;

/**
 * The query of a list: what its members wrote and carried on, as the owner's home would have it, but that the list says
 * whose answers it shows. Nothing is written for a list: each member's newest are read by index and merged.
 */
final class ListQuery {

    /** Each member's row is looked up: joined, the planner would read those of everybody. */
    private static final String MEMBERS = """
            SELECT m.account_id AS id, coalesce(r.show_boosts, true) AS show_boosts, r.languages
            FROM list_member m LEFT JOIN relationship r ON r.from_id = :reader AND r.to_id = m.account_id
            WHERE m.list_id = :list AND NOT (SELECT ma.suspended FROM author ma WHERE ma.id = m.account_id)
                AND (m.account_id = :reader OR r.following) AND %s
            """.formatted(Audience.wants("m.account_id"));

    /** The post is no answer to somebody else, or one that the list shows. */
    private static final String ANSWERS = """
            (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id IN (p.author_id, :reader)
                OR :replies = 'FOLLOWED'
                OR :replies = 'LIST' AND p.in_reply_to_author_id IN (SELECT account_id FROM list_member WHERE list_id = :list))
            """;

    private static final String POSTS = """
            SELECT p.id FROM seen_by(:reader) p
            WHERE p.author_id = f.id AND %s AND %s AND %s
            """.formatted(HomeRules.understood("f"), HomeRules.fitting(":reader"), ANSWERS);

    /** Neither of what a member wrote, which is there itself, nor after another member's. */
    private static final String BOOSTS = """
            SELECT b.id FROM boost b JOIN seen_by(:reader) p ON p.id = b.post_id
            WHERE f.show_boosts AND b.account_id = f.id AND %s AND %s
                AND NOT (p.author_id IN (SELECT id FROM followed) AND %s AND %s)
                AND NOT EXISTS (SELECT FROM followed o JOIN boost ob ON ob.account_id = o.id
                    WHERE ob.post_id = p.id AND ob.id < b.id AND o.show_boosts AND %s)
            """.formatted(
                    Audience.WANTS,
                    HomeRules.understood("f"),
                    HomeRules.fitting(":reader"),
                    ANSWERS,
                    HomeRules.understood("o"));

    private ListQuery() {}

    /**
     * One page of ids.
     *
     * @param order of the ids, ASC or DESC
     */
    static String page(String order) {
        return """
                WITH followed AS MATERIALIZED (%s)
                SELECT id FROM ((%s) UNION ALL (%s)) entry ORDER BY id %s LIMIT :limit
                """.formatted(
                        MEMBERS,
                        PostIds.ofFollowed(PostIds.part(POSTS, "p.id", ":below", ":above", order)),
                        PostIds.ofFollowed(PostIds.part(BOOSTS, "b.id", ":below", ":above", order)),
                        order);
    }
}
