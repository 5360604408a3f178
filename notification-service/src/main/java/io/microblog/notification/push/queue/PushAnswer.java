package io.microblog.notification.push.queue;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What a push service makes of a push. */
sealed interface PushAnswer {

    /** It delivers it, when it can. */
    record Taken() implements PushAnswer {}

    /** There is no such subscription any more. */
    record Gone() implements PushAnswer {}

    /** It is longer than the service takes. */
    record TooLarge() implements PushAnswer {}

    /** It will not be taken another time either. */
    record Refused(int status) implements PushAnswer {}

    /**
     * Nothing is known, or it may be taken later.
     *
     * @param after how long the service wants to be left alone; null when it does not say
     */
    record NotNow(String cause, @Nullable Duration after) implements PushAnswer {}
}
