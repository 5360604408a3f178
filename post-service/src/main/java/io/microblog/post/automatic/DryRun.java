package io.microblog.post.automatic;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import io.microblog.kit.id.IdGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is tried on what was published.
 *
 * @param ruleId null when it is not saved
 * @param conditions as they were when it began
 * @param upTo posts below are judged
 * @param judgedTo those up to this one have been
 * @param posts how many there are; null until they are counted
 * @param judged how many of them have been judged
 * @param caught how many of these the rule catches
 */
record DryRun(
        long id,
        @Nullable Long ruleId,
        List<Condition> conditions,
        RuleAction action,
        State state,
        long upTo,
        long judgedTo,
        @Nullable Long posts,
        long judged,
        long caught,
        @Nullable Instant endedAt) {

    /** Whether it goes on. */
    enum State {
        /** It does, or waits for an instance. */
        RUNNING,
        /** All posts are judged. */
        DONE,
        /** Somebody ended it. */
        CANCELLED,
        /** It came no further, however often it was tried. */
        FAILED;

        /** The lower-case name used by the API. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Instant createdAt() {
        return IdGenerator.timeOf(id);
    }

    /** The rule as if it were in force. */
    AutomaticRule rule() {
        return new AutomaticRule(id, 1, "", 0, conditions, action, "", true, createdAt());
    }
}
