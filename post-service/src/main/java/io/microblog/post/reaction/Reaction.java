package io.microblog.post.reaction;

/** What a person may do once with a post. */
enum Reaction {
    /** Liking it; everybody may see who did. */
    FAVOURITE("favourite"),
    /** Keeping it for oneself; nobody else learns of it. */
    BOOKMARK("bookmark"),
    /** Carrying it on to one's followers. */
    BOOST("boost"),
    /** Showing one's own post first in one's profile. */
    PIN("pin");

    private final String table;

    Reaction(String table) {
        this.table = table;
    }

    /** Where it is kept: by {@code id}, {@code account_id} and {@code post_id}. */
    String table() {
        return table;
    }
}
