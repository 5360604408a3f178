package io.microblog.post.home;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.microblog.post.status.Audience;
import io.microblog.post.status.PostIds;
import org.jspecify.annotations.Nullable;

/**
 * The query of a home: what fan-out wrote, merged with what the large authors whom the owner follows wrote and carried
 * on. What stands in both is there once, so that an author may become large or small between two pages.
 *
 * <p>Trimmed homes end somewhere; merging goes no further down than that. Nor does it go beyond the last of a full page of
 * what was written: most of what large authors published lies there, and would be judged in vain.
 */
final class HomeQuery {

    /** The large authors whom the owner follows. */
    static final String FOLLOWED = """
            SELECT r.to_id AS id, r.show_boosts, r.languages
            FROM relationship r JOIN large_author l ON l.author_id = r.to_id JOIN author la ON la.id = r.to_id
            WHERE r.from_id = :reader AND r.following AND NOT la.suspended AND %s AND %s
            """.formatted(Audience.wants("r.to_id"), HomeRules.unlisted(":reader", "r.to_id"));

    /** The post {@code p} itself is at home: its author is on no exclusive list, or the owner follows its hashtag. */
    private static final String AT_HOME =
            "(%s OR %s)".formatted(HomeRules.unlisted(":reader", "p.author_id"), HomeRules.tagged(":reader"));

    /** Somebody carried it on whom the owner follows, boosts included. */
    private static String boostOfFollowed(String entry) {
        return """
                EXISTS (SELECT FROM boost eb JOIN author ea ON ea.id = eb.account_id
                    JOIN relationship er ON er.from_id = :reader AND er.to_id = eb.account_id
                    WHERE eb.id = %s.post_id AND NOT ea.suspended AND er.following AND er.show_boosts
                        AND %s AND %s AND %s)
                """.formatted(
                        entry,
                        HomeRules.understood("er"),
                        Audience.wants("eb.account_id"),
                        HomeRules.unlisted(":reader", "eb.account_id"));
    }

    /** The home shows neither the boosted post {@code p} itself nor an earlier boost of it. */
    private static String first(String boost) {
        return """
                NOT (%2$s AND %5$s AND (
                    EXISTS (SELECT FROM home_timeline t WHERE t.owner_id = :reader AND t.post_id = p.id)
                    OR p.id > (SELECT floor FROM kept) AND p.author_id IN (SELECT id FROM followed)))
                AND NOT EXISTS (SELECT FROM home_timeline e
                    WHERE e.owner_id = :reader AND e.boosted_id = p.id AND e.post_id < %1$s AND %3$s)
                AND NOT EXISTS (SELECT FROM followed o JOIN boost ob ON ob.account_id = o.id
                    WHERE ob.post_id = p.id AND ob.id < %1$s AND ob.id > (SELECT floor FROM kept)
                        AND o.show_boosts AND %4$s)
                """.formatted(
                        boost, HomeRules.belongs(":reader"), boostOfFollowed("e"), HomeRules.understood("o"), AT_HOME);
    }

    /** The owner finds the post {@code p} itself. */
    static final String POST = "%s AND %s AND %s".formatted(Audience.WANTS, HomeRules.belongs(":reader"), AT_HOME);

    /** The owner finds the post {@code p} by the boost that is the entry {@code h}. */
    static final String BOOST = "%s AND %s AND %s".formatted(Audience.WANTS, boostOfFollowed("h"), first("h.post_id"));

    private static final String WRITTEN = """
            SELECT h.post_id AS id
            FROM home_timeline h JOIN seen_by(:reader) p ON p.id = coalesce(h.boosted_id, h.post_id)
            WHERE h.owner_id = :reader AND CASE WHEN h.boosted_id IS NULL THEN %s ELSE %s END
            """.formatted(POST, BOOST);

    private static final String POSTS = """
            SELECT p.id FROM seen_by(:reader) p
            WHERE p.author_id = f.id AND p.id > (SELECT floor FROM kept) AND %s AND %s
            """.formatted(HomeRules.understood("f"), HomeRules.fitting(":reader"));

    private static final String BOOSTS = """
            SELECT b.id FROM boost b JOIN seen_by(:reader) p ON p.id = b.post_id
            WHERE f.show_boosts AND b.account_id = f.id AND b.id > (SELECT floor FROM kept) AND %s AND %s AND %s
            """.formatted(Audience.WANTS, HomeRules.understood("f"), first("b.id"));

    private HomeQuery() {}

    /** A page with one column more, which is the same in each row. A page without ids is one row without an id. */
    record Row(@Nullable Long id, boolean noted) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(row.getObject("id", Long.class), row.getBoolean("noted"));
        }
    }

    /**
     * One page of ids, and whether it is noted that the owner reads, see {@link Homes#welcome}.
     *
     * @param order of the ids, ASC or DESC
     */
    static String page(String order) {
        boolean down = order.equals("DESC");
        String below = down ? ":below" : "(SELECT id FROM edge)";
        String above = down ? "(SELECT id FROM edge)" : ":above";
        return """
                WITH kept AS MATERIALIZED (
                    SELECT coalesce(max(floor), 0) AS floor,
                        coalesce(bool_and(state = 'KEPT' AND read_at > now() - interval '6 hours'), false) AS noted
                    FROM home WHERE owner_id = :reader),
                followed AS MATERIALIZED (%s),
                written AS MATERIALIZED (%s),
                edge AS MATERIALIZED (SELECT CASE count(*) WHEN :limit THEN %s ELSE %s END AS id FROM written)
                SELECT page.id, kept.noted FROM kept LEFT JOIN (
                    SELECT id FROM (SELECT id FROM written UNION (%s) UNION (%s)) entry
                    ORDER BY id %7$s LIMIT :limit) page ON true
                ORDER BY page.id %7$s
                """.formatted(
                        FOLLOWED,
                        PostIds.part(WRITTEN, "h.post_id", ":below", ":above", order),
                        down ? "min(id)" : "max(id)",
                        down ? ":above" : ":below",
                        PostIds.ofFollowed(PostIds.part(POSTS, "p.id", below, above, order)),
                        PostIds.ofFollowed(PostIds.part(BOOSTS, "b.id", below, above, order)),
                        order);
    }
}
