package io.microblog.event;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who may see a post. */
public enum Visibility {
    /** Everybody, and it appears in public timelines and search. */
    PUBLIC,
    /** Everybody who comes by it, but it is not promoted anywhere. */
    UNLISTED,
    /** Followers and mentioned people. */
    PRIVATE,
    /** Mentioned people only. */
    DIRECT;

    /** The lower-case name used by the API and on the wire. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
