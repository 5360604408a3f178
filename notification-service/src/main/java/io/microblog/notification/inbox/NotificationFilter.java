package io.microblog.notification.inbox;

import java.util.List;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications are wanted.
 *
 * @param types only these, all when empty; a name that does not exist matches nothing
 * @param excludeTypes none of these
 * @param accountId only from this account, from anybody when null
 */
record NotificationFilter(
        @Nullable List<String> types,
        @Nullable List<String> excludeTypes,
        @Nullable Long accountId) {

    private static final int MAX_TYPES = 50;

    /** @throws Invalid naming the parameter that is too long */
    NotificationFilter {
        check("types", types);
        check("exclude_types", excludeTypes);
    }

    String[] wanted() {
        return names(types);
    }

    String[] unwanted() {
        return names(excludeTypes);
    }

    private static void check(String name, @Nullable List<String> list) {
        if (list != null && list.size() > MAX_TYPES) {
            throw Invalid.field(name, "ERR_TOO_LONG", "must not have more than " + MAX_TYPES + " entries");
        }
    }

    private static String[] names(@Nullable List<String> list) {
        return list == null ? new String[0] : list.toArray(String[]::new);
    }
}
