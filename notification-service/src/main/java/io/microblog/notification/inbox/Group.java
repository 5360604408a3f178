package io.microblog.notification.inbox;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Notifications of one kind about one thing, told as one.
 *
 * @param cursor the id by which it has its place in the page
 * @param key the same for all of them
 * @param type the API's name of their kind
 * @param postId the post they are about, null for follows
 * @param objectId the report or the warning they are about, null for what is about posts and people
 * @param count how many they are
 * @param newest the id of the newest
 * @param fromIds some of those who did it, the latest first
 * @param page what of it the page represents
 */
record Group(
        long cursor,
        String key,
        String type,
        @Nullable Long postId,
        @Nullable Long objectId,
        int count,
        long newest,
        List<Long> fromIds,
        Span page) {

    /**
     * The part of a group that lies within a page.
     *
     * @param minId the oldest notification
     * @param maxId the newest one
     * @param latestAt when that happened
     */
    record Span(long minId, long maxId, Instant latestAt) {}
}
