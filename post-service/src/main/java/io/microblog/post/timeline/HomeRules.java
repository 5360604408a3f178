package io.microblog.post.timeline;

/** Which posts belong into a home: conditions on a post {@code p}, for the owner that an SQL expression names. */
final class HomeRules {

    private HomeRules() {}

    /** The post is by the owner, or by somebody the owner follows. */
    static String ownOrFollowed(String owner) {
        return "(p.author_id = %1$s OR %2$s)".formatted(owner, follows(owner, "p.author_id"));
    }

    /**
     * No direct post; and an answer only where the owner wrote it, or it is to its own author or to the owner, or the owner
     * follows both sides.
     */
    static String fitting(String owner) {
        return """
                (p.visibility <> 'DIRECT' AND (p.in_reply_to_author_id IS NULL OR p.author_id = %1$s
                    OR p.in_reply_to_author_id IN (p.author_id, %1$s) OR %2$s))
                """.formatted(owner, follows(owner, "p.in_reply_to_author_id"));
    }

    private static String follows(String owner, String other) {
        return "EXISTS (SELECT FROM relationship f WHERE f.from_id = %s AND f.to_id = %s AND f.following)"
                .formatted(owner, other);
    }
}
