package io.microblog.translation.provider;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A call to the provider brought no usable answer. */
class TranslatorFailure extends RuntimeException {

    /** What is known about the call. */
    enum Outcome {
        /** Not done, and another try may succeed. */
        PASSING,
        /** Not done, and another try would fail as well. */
        REFUSED,
        /** Perhaps done and charged for; another try would be charged again. */
        UNKNOWN
    }

    private final Outcome outcome;
    private final @Nullable Duration retryAfter;

    TranslatorFailure(Outcome outcome, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
        this.retryAfter = retryAfter;
    }

    TranslatorFailure(Outcome outcome, String message, @Nullable Throwable cause) {
        this(outcome, message, null, cause);
    }

    Outcome outcome() {
        return outcome;
    }

    /** The pause that the provider asked for, if it did. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** An answer that is not what the provider's documentation promises. */
    static TranslatorFailure garbage(@Nullable Throwable cause) {
        return new TranslatorFailure(Outcome.UNKNOWN, "The translator's answer makes no sense", cause);
    }
}
