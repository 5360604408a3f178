package io.microblog.notification.push;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of notifications that a client may be pushed, by the API's names. */
enum AlertKind {
    MENTION("mention"),
    STATUS("status"),
    REBLOG("reblog"),
    FOLLOW("follow"),
    FOLLOW_REQUEST("follow_request"),
    FAVOURITE("favourite"),
    POLL("poll"),
    UPDATE("update"),
    QUOTE("quote"),
    QUOTED_UPDATE("quoted_update"),
    ADMIN_SIGN_UP("admin.sign_up"),
    ADMIN_REPORT("admin.report"),
    MODERATION_WARNING("moderation_warning");

    private final String wireName;

    AlertKind(String wireName) {
        this.wireName = wireName;
    }

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
        return Arrays.stream(values()).map(kind -> kind.wireName);
    }
}
