package io.microblog.notification.marker;

import java.util.LinkedHashMap;
import java.util.Map;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** The positions a client reports, for either timeline or both. */
record MarkersRequest(@Nullable Position home, @Nullable Position notifications) {

    /** A negative id is refused with its field named. */
    record Position(@Nullable Long lastReadId) {}

    /** The positions by timeline. */
    Map<String, Long> positions() {
        var positions = new LinkedHashMap<String, Long>();
        add(positions, "home", home);
        add(positions, "notifications", notifications);
        return positions;
    }

    private static void add(Map<String, Long> positions, String timeline, @Nullable Position position) {
        if (position == null) {
            return;
        }
        Long id = position.lastReadId();
        if (id == null || id < 0) {
            throw Invalid.field(timeline + "[last_read_id]", "ERR_INVALID", "is not an id");
        }
        positions.put(timeline, id);
    }
}
