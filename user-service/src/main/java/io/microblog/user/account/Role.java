package io.microblog.user.account;

import java.util.Locale;
import java.util.Set;

/** What a person may do on this server beyond their own account, each role including those before it. */
public enum Role {
    /** Nothing. */
    USER,
    /** Handles reports. */
    MODERATOR,
    /** Also announces, and suspends. */
    ADMIN,
    /** Also appoints the others. */
    OWNER;

    /** The roles claim of internal tokens. */
    public Set<String> names() {
        return this == USER ? Set.of() : Set.of(name().toLowerCase(Locale.ROOT));
    }
}
