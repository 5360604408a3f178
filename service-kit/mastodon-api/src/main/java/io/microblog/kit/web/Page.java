package io.microblog.kit.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list sorted by descending id is asked for. Declare it as a controller parameter; {@link PageDefaults}
 * sets its limits.
 *
 * @param maxId only ids below this one
 * @param sinceId only ids above this one; the newest of them are wanted
 * @param minId only ids above this one; the oldest of them are wanted, see {@link #order} and {@link #newestFirst}
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

    /** Of the ids in the database, in which as many as the limit are to be read. */
    public String order() {
        return upwards() ? "ASC" : "DESC";
    }

    /** What was read in this page's {@link #order}, as it is answered. */
    public <T> List<T> newestFirst(List<T> read) {
        return upwards() ? read.reversed() : read;
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
