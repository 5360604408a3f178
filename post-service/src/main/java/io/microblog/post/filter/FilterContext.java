package io.microblog.post.filter;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a filter is to be applied. Clients do so: each answer says of all filters whether they match. */
public enum FilterContext {
    /** Home and lists. */
    HOME,
    /** Notifications. */
    NOTIFICATIONS,
    /** Public timelines and those of hashtags. */
    PUBLIC,
    /** What stands around a post. */
    THREAD,
    /** Profiles. */
    ACCOUNT;

    /** The lower-case name used by the API. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
