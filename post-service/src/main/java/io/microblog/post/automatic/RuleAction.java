package io.microblog.post.automatic;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What happens to a post that a rule catches, the strictest first. */
public enum RuleAction {
    /** It is not published; its author is told why. */
    REFUSE,
    /** Its author alone sees it until a moderator releases or rejects it. */
    HOLD,
    /** It is published, but shown to nobody who does not look for it. */
    LIMIT,
    /** It is published, and moderators are asked to look at it. */
    REPORT;

    /** The lower-case name used by the API. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
