package io.microblog.post.status;

/**
 * Who may see a post: the one place that says so. Every query that shows posts has this condition.
 *
 * <p>It is SQL, so that a page is filled with posts that the reader may see rather than thinned out afterwards.
 */
public final class Audience {

    /** A post and its author, as {@code p} and {@code a}. */
    public static final String POST_AND_AUTHOR = "post p JOIN author a ON a.id = p.author_id";

    /** Whether the person {@code :reader}, null for somebody signed out, may see {@code p} by {@code a}. */
    public static final String SEES = """
            (NOT a.suspended AND NOT %s AND (
                p.visibility IN ('PUBLIC', 'UNLISTED')
                OR p.author_id = :reader
                OR :reader = ANY (p.mentions)
                OR p.visibility = 'PRIVATE' AND %s))
            """.formatted(shuns("p.author_id"), follows("p.author_id"));

    /**
     * Whether that person may see the boost {@code b} by the author {@code ba}. What it boosts has an audience of its own.
     */
    public static final String SEES_BOOST = """
            (NOT ba.suspended AND NOT %s AND (
                b.visibility IN ('PUBLIC', 'UNLISTED') OR b.account_id = :reader OR %s))
            """.formatted(shuns("b.account_id"), follows("b.account_id"));

    /** Whether that person wants to come across {@code p}: they neither block nor mute its author. */
    public static final String WANTS = wants("p.author_id");

    private Audience() {}

    /** Whether {@code :reader} neither blocks nor mutes the person that an SQL expression names. */
    public static String wants(String person) {
        return """
                NOT EXISTS (SELECT FROM relationship w WHERE w.from_id = :reader AND w.to_id = %s
                    AND (w.blocking OR w.muting AND (w.mute_ends_at IS NULL OR w.mute_ends_at > now())))
                """.formatted(person);
    }

    /** Whether {@code :reader} may come across the person that an SQL expression names: neither shuns the other. */
    public static String meets(String person) {
        return "NOT %s AND %s".formatted(shuns(person), wants(person));
    }

    private static String shuns(String author) {
        return "EXISTS (SELECT FROM relationship s WHERE s.from_id = %s AND s.to_id = :reader AND s.blocking)"
                .formatted(author);
    }

    private static String follows(String author) {
        return "EXISTS (SELECT FROM relationship r WHERE r.from_id = :reader AND r.to_id = %s AND r.following)"
                .formatted(author);
    }
}
