package io.microblog.notification.push;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.microblog.notification.kind.NotificationType;

/** Of which kinds of notifications a client is pushed, by the API's names: all that there are may be wished. */
final class Alerts {

    private Alerts() {}

    /** The names of those that are wished. */
    static List<String> wished(Map<String, Boolean> alerts) {
        return names().filter(name -> Boolean.TRUE.equals(alerts.get(name))).toList();
    }

    /** Each with whether it is among those. */
    static Map<String, Boolean> among(Set<String> alerts) {
        var all = new LinkedHashMap<String, Boolean>();
        names().forEach(name -> all.put(name, alerts.contains(name)));
        return all;
    }

    private static Stream<String> names() {
        return Arrays.stream(NotificationType.values()).map(NotificationType::wireName);
    }
}
