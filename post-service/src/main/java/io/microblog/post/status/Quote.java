package io.microblog.post.status;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Quote} (docs.joinmastodon.org/entities/Quote), and its {@code ShallowQuote} in a post that is itself shown
 * as a quote.
 *
 * @param state whether the reader is shown what is quoted, or why not
 * @param quotedStatus the quoted post; null when the state hides it, and in a shallow quote
 * @param quotedStatusId its id, decimal; null when the state hides it
 */
public record Quote(
        State state,
        @Nullable Status quotedStatus,
        @Nullable String quotedStatusId) {

    /** All are accepted at once or refused: there is nothing that would wait for an author's consent. */
    public enum State {
        /** It is shown. */
        ACCEPTED,
        /** The author of the quoted post has taken it out. */
        REVOKED,
        /** The quoted post is gone. */
        DELETED,
        /** The reader may not see the quoted post. */
        UNAUTHORIZED,
        /** The reader blocks its author, and has to ask for it. */
        BLOCKED_ACCOUNT,
        /** The reader mutes its author, and has to ask for it. */
        MUTED_ACCOUNT;

        /** The lower-case name used by the API. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the reader gets the quoted post. */
        boolean isShown() {
            return this == ACCEPTED || this == BLOCKED_ACCOUNT || this == MUTED_ACCOUNT;
        }
    }
}
