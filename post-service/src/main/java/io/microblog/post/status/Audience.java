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
            (NOT a.suspended AND (
                p.visibility IN ('PUBLIC', 'UNLISTED')
                OR p.author_id = :reader
                OR :reader = ANY (p.mentions)
                OR p.visibility = 'PRIVATE' AND EXISTS (
                    SELECT FROM relationship r
                    WHERE r.from_id = :reader AND r.to_id = p.author_id AND r.following)))
            """;

    private Audience() {}
}
