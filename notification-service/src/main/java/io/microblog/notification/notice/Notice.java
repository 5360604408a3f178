package io.microblog.notification.inbox;

import io.microblog.kit.event.Envelope;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;

/**
 * What an event has to say to one person. Recipient, type and subject are its key: nobody gets the same one twice.
 *
 * @param cause the event
 * @param recipient whom it is for
 * @param type its kind
 * @param subject what it is about: a post's id, or one follow
 * @param from who did it
 * @param post the post it is about, null for a follow
 * @param mail which mail tells of it, null for none
 */
record Notice(
        Envelope<?> cause,
        long recipient,
        NotificationType type,
        String subject,
        long from,
        @Nullable Long post,
        @Nullable Template mail) {}
