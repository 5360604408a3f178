package io.microblog.post.timeline;

/** What belongs into a home: conditions on a post {@code p}, for the owner that an SQL expression names. */
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

    /** The entry {@code h} is a post that belongs there, or a boost of one that does not stand there already. */
    static String shown(String owner) {
        String belongs = belongs(owner);
        return "CASE WHEN h.boosted_id IS NULL THEN %1$s ELSE %2$s AND %3$s END"
                .formatted(belongs, boostOfFollowed(owner, "h"), firstOf(owner, belongs));
    }

    /** Somebody carried it on whom the owner follows, boosts included. */
    private static String boostOfFollowed(String owner, String entry) {
        return """
                EXISTS (SELECT FROM boost eb JOIN author ea ON ea.id = eb.account_id
                    JOIN relationship er ON er.from_id = %1$s AND er.to_id = eb.account_id
                    WHERE eb.id = %2$s.post_id AND NOT ea.suspended AND er.following AND er.show_boosts
                        AND NOT (er.muting AND (er.mute_ends_at IS NULL OR er.mute_ends_at > now())))
                """.formatted(owner, entry);
    }

    /** The home shows neither the boosted post itself nor an earlier boost of it. */
    private static String firstOf(String owner, String belongs) {
        return """
                NOT EXISTS (SELECT FROM home_timeline t WHERE t.owner_id = %1$s AND t.post_id = h.boosted_id AND %2$s)
                AND NOT EXISTS (SELECT FROM home_timeline e
                    WHERE e.owner_id = %1$s AND e.boosted_id = h.boosted_id AND e.post_id < h.post_id AND %3$s)
                """.formatted(owner, belongs, boostOfFollowed(owner, "e"));
    }

    private static String follows(String owner, String other) {
        return "EXISTS (SELECT FROM relationship f WHERE f.from_id = %s AND f.to_id = %s AND f.following)"
                .formatted(owner, other);
    }
}
