package io.microblog.notification.policy;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a notification of somebody whom a person does not know. */
enum PolicyAction {
    /** It is one as all others. */
    ACCEPT,
    /** It is set apart, until the person decides whether to hear of its sender. */
    FILTER,
    /** There is none. */
    DROP;

    /** The lower-case name used by the API. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
