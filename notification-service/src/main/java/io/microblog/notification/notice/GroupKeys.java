package io.microblog.notification.notice;

import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * The keys that notifications of one group share: kind, post and the hour in which the group began. A group takes what
 * comes within {@link #HOURS} hours of its beginning, so a key is given once and never changes.
 *
 * @param prefix what the keys of the groups in question begin with; empty for what stands for itself
 * @param hour of the notification, counted from 1970
 */
record GroupKeys(String prefix, long hour) {

    private static final int HOURS = 12;

    static GroupKeys of(Notice notice) {
        long hour = notice.cause().time().getEpochSecond() / 3_600;
        return switch (notice.type().grouping()) {
            case NONE -> new GroupKeys("", hour);
            case BY_TYPE -> new GroupKeys(notice.type().wireName() + "-", hour);
            case BY_POST -> new GroupKeys(notice.type().wireName() + "-" + notice.postId() + "-", hour);
        };
    }

    /** The key of a group that begins now; null for what stands for itself. */
    @Nullable
    String fresh() {
        return prefix.isEmpty() ? null : prefix + hour;
    }

    /** The keys of the groups that still take this notification. */
    String[] open() {
        return prefix.isEmpty()
                ? new String[0]
                : LongStream.rangeClosed(hour - HOURS + 1, hour)
                        .mapToObj(begin -> prefix + begin)
                        .toArray(String[]::new);
    }
}
