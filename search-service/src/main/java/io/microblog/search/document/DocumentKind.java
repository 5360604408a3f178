package io.microblog.search.document;

import java.util.Locale;

/** What can be searched for; each kind has a table and an index of its own. */
public enum DocumentKind {
    /** Posts. */
    POSTS,
    /** Accounts. */
    ACCOUNTS;

    /** The name of its index alias and of its row in {@code search_index}. */
    public String alias() {
        return name().toLowerCase(Locale.ROOT);
    }
}
