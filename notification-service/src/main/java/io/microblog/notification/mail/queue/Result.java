package io.microblog.notification.mail.queue;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What one attempt made of a mail.
 *
 * @param state what it is from now on
 * @param providerId the provider's name for it, where it gave one
 * @param cause why it waits or what ended it
 * @param pause until it is looked at again
 * @param held whether it waits because nobody wants it now, and others of its kind may join it
 */
record Result(
        DeliveryState state,
        @Nullable String providerId,
        @Nullable String cause,
        Duration pause,
        boolean held) {

    static Result sent(@Nullable String providerId, @Nullable String cause) {
        return new Result(DeliveryState.SENT, providerId, cause, Duration.ZERO, false);
    }

    static Result failed(String cause) {
        return new Result(DeliveryState.FAILED, null, cause, Duration.ZERO, false);
    }

    static Result skipped(String cause) {
        return new Result(DeliveryState.SKIPPED, null, cause, Duration.ZERO, false);
    }

    /** It was certainly not sent, and is tried again unless it has grown too old or nobody misses it any more. */
    static Result waiting(String cause, Duration pause) {
        return new Result(DeliveryState.WAITING, null, cause, pause, false);
    }

    /** It was not tried: it is not wanted before a time that is so far away. */
    static Result held(String cause, Duration pause) {
        return new Result(DeliveryState.WAITING, null, cause, pause, true);
    }

    /** The provider is asked about it after the grace period. */
    static Result unknown(String cause, Duration grace) {
        return new Result(DeliveryState.UNKNOWN, null, cause, grace, false);
    }
}
