package io.microblog.notification.mail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail owed to somebody.
 *
 * @param eventId what caused it
 * @param recipientId whom it goes to
 * @param actorId whose act it tells of; null in security mails
 * @param postId the post it is about, if any
 * @param threadId the post that began the thread of that one, if it is known
 * @param announcementId the announcement that it is, if any
 * @param notificationId the notification that tells of the same, if there is one
 * @param joins whether it was held back for others of its kind to join it
 * @param createdAt when it was asked for
 * @param attempts how often it was taken up, this time included
 */
public record Delivery(
        long id,
        UUID eventId,
        long recipientId,
        Template template,
        @Nullable Long actorId,
        @Nullable Long postId,
        @Nullable Long threadId,
        @Nullable Long announcementId,
        @Nullable Long notificationId,
        boolean joins,
        Instant createdAt,
        int attempts) {}
