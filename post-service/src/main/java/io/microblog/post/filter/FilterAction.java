package io.microblog.post.filter;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is done with a post that a filter matches. */
public enum FilterAction {
    /** It is shown after a click. */
    WARN,
    /** It is not shown. */
    HIDE,
    /** Its media are shown after a click. */
    BLUR;

    /** The lower-case name used by the API. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
