package io.microblog.kit.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list sorted by descending id is asked for. Declare it as a controller parameter; {@link PageDefaults}
 * sets its limits.
 *
 * @param maxId only ids below this one
 * @param sinceId only ids above this one; the newest of them are wanted
 * @param minId only ids above this one; the oldest of them are wanted, so read upwards and turn the result round
 * @param limit at most so many, at least 1
 */
public record Page(
        @Nullable Long maxId,
        @Nullable Long sinceId,
        @Nullable Long minId,
        int limit) {

    /** Whether to read upwards from {@code minId}. The result is sorted by descending id all the same. */
    public boolean upwards() {
        return minId != null;
    }

    /** Ids must be below this; {@code Long.MAX_VALUE} when nothing bounds them. */
    public long below() {
        return maxId == null ? Long.MAX_VALUE : maxId;
    }

    /** Ids must be above this; -1 when nothing bounds them. */
    public long above() {
        long since = sinceId == null ? -1 : sinceId;
        return minId == null ? since : Math.max(since, minId);
    }
}
