package io.microblog.notification.mail.compose;

import java.time.Instant;

import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.provider.Mail;

/** What became of writing a mail. */
public sealed interface Composition {

    /** It can go. */
    record Ready(Mail mail) implements Composition {}

    /** It must not go, now or later. */
    record Unwanted(String reason) implements Composition {}

    /** It is told by another mail of the same round. */
    record Joined(Delivery lead) implements Composition {}

    /** It is not wanted before then. */
    record Held(Instant until) implements Composition {}

    /**
     * It cannot be written now.
     *
     * @param outage whether the cause is not in this mail but in a service that does not answer
     */
    record Postponed(String cause, boolean outage) implements Composition {}
}
