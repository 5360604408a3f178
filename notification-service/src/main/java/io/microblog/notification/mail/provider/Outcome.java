package io.microblog.notification.mail.provider;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What became of one attempt to hand over a mail. The causes name no address. */
public sealed interface Outcome {

    /** The provider has it. */
    record Accepted(String providerId) implements Outcome {}

    /**
     * The provider will never take it.
     *
     * @param suppressed whether that is because it delivers nothing more to the address
     */
    record Refused(String cause, boolean suppressed) implements Outcome {

        /** For a reason that lies in the mail. */
        Refused(String cause) {
            this(cause, false);
        }
    }

    /**
     * It was certainly not taken, and may be another time.
     *
     * @param retryAfter the earliest time, when the provider named one
     */
    record Later(String cause, @Nullable Duration retryAfter) implements Outcome {}

    /** It was certainly not taken, and is to be handed over by itself: one of those that went with it may be at fault. */
    record Alone(String cause) implements Outcome {}

    /** Nobody knows whether it was taken: the answer did not arrive. */
    record Unclear(String cause) implements Outcome {}
}
