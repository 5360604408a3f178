package io.microblog.post.home;

/**
 * What is written into a home: conditions on a post {@code p}, for the owner that an SQL expression names. Whatever stands
 * there is judged once more when it is read, by {@code posts_at_home}.
 */
final class HomeRules {

    private HomeRules() {}

    /** The post belongs there for its author or for its hashtags. */
    static String belongs(String owner) {
        return "(%s AND %s OR %s)".formatted(ownOrFollowed(owner), fitting(owner), tagged(owner));
    }

    /** It is public, no answer to somebody else, and has a hashtag that the owner follows. */
    static String tagged(String owner) {
        return """
                (p.visibility = 'PUBLIC'
                    AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)
                    AND EXISTS (SELECT FROM hashtag_follow g WHERE g.account_id = %s AND g.hashtag = ANY (p.hashtags)))
                """.formatted(owner);
    }

    private static String ownOrFollowed(String owner) {
        return "(p.author_id = %1$s OR %2$s)"
                .formatted(owner, follows(owner, "p.author_id", " AND " + understood("f")));
    }

    /**
     * No direct post; and an answer only where the owner wrote it, or it is to its own author or to the owner, or the owner
     * follows both sides.
     */
    static String fitting(String owner) {
        return """
                (p.visibility <> 'DIRECT' AND (p.in_reply_to_author_id IS NULL OR p.author_id = %1$s
                    OR p.in_reply_to_author_id IN (p.author_id, %1$s) OR %2$s))
                """.formatted(owner, follows(owner, "p.in_reply_to_author_id", ""));
    }

    /** The post is in a language that the owner wants of somebody they follow, or in none that is known. */
    static String understood(String follow) {
        return "(%1$s.languages IS NULL OR p.language IS NULL OR p.language = ANY (%1$s.languages))".formatted(follow);
    }

    /** Fan-out fills the owner's home. */
    static String kept(String owner) {
        return "NOT EXISTS (SELECT FROM home w WHERE w.owner_id = %s AND w.state = 'AWAY')".formatted(owner);
    }

    private static String follows(String owner, String other, String condition) {
        return "EXISTS (SELECT FROM relationship f WHERE f.from_id = %s AND f.to_id = %s AND f.following%s)"
                .formatted(owner, other, condition);
    }
}
