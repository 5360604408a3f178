package io.microblog.notification.push;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** By whose acts a client wants to be pushed. */
enum PushPolicy {
    /** Everybody's. */
    ALL,
    /** Those whom the person follows. */
    FOLLOWED,
    /** Those who follow the person. */
    FOLLOWER,
    /** Nobody's. */
    NONE;

    /** The lower-case name used by the API. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
