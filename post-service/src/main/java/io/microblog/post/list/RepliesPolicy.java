package io.microblog.post.list;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which of its members' answers to others a list shows. Those to themselves and to its owner are always there. */
public enum RepliesPolicy {
    /** Those to anybody whom the owner follows. */
    FOLLOWED,
    /** Those to other members. */
    LIST,
    /** None. */
    NONE;

    /** The lower-case name used by the API. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
