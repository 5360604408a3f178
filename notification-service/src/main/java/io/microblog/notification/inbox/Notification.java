package io.microblog.notification.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person is told.
 *
 * @param id grows with time, in the order in which notifications appeared
 * @param type the API's name of its kind
 * @param fromId who did it
 * @param postId the post it is about, null for a follow
 * @param objectId the report or the warning it is about, null for what is about posts and people
 * @param createdAt when it happened
 * @param groupKey shared by those that make one group
 */
record Notification(
        long id,
        String type,
        long fromId,
        @Nullable Long postId,
        @Nullable Long objectId,
        Instant createdAt,
        String groupKey) {}
