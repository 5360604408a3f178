package io.microblog.internal;

/** What another service counts, for those who look after the server. */
public enum Figure {
    /** Posts that people have published. */
    POSTS,
    /** Favourites, boosts and replies. */
    INTERACTIONS,
    /** People who used a hashtag in a public post. */
    TAG_ACCOUNTS,
    /** Public posts with a hashtag. */
    TAG_USES,
    /** Languages of posts, by how many there are. */
    LANGUAGES,
    /** Languages of public posts with a hashtag. */
    TAG_LANGUAGES,
    /** Mails that the provider took. */
    MAILS_SENT,
    /** Mails that the provider would not take, or that were tried for too long. */
    MAILS_FAILED
}
