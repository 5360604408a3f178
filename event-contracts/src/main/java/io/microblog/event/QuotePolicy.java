package io.microblog.event;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who may quote a post besides its author. */
public enum QuotePolicy {
    /** Everybody who sees it. */
    PUBLIC,
    /** Those who follow its author. */
    FOLLOWERS,
    /** Nobody. */
    NOBODY;

    /** The lower-case name used by the API and on the wire. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
