package io.microblog.notification.inbox;

import java.util.List;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which notifications are wanted.
 *
 * @param types only these, all when empty; a name that does not exist matches nothing
 * @param excludeTypes none of these
 * @param accountId only from this account, from anybody when null
 * @param includeFiltered whether those count that the person's policy sets apart
 */
record NotificationFilter(
        @Nullable List<String> types,
        @Nullable List<String> excludeTypes,
        @Nullable Long accountId,
        boolean includeFiltered) {

    private static final int MAX_TYPES = 50;

    /** @throws Invalid naming the parameter that is too long */
    NotificationFilter {
        check("types", types);
        check("exclude_types", excludeTypes);
    }

    /** The wish as a condition on the notification {@code n}, to go on after others. */
    String condition() {
        return (types == null || types.isEmpty() ? "" : " AND n.type = ANY (:types::text[])")
                + (excludeTypes == null || excludeTypes.isEmpty() ? "" : " AND n.type <> ALL (:excluded::text[])")
                + (accountId == null ? "" : " AND n.from_id = :from")
                + (includeFiltered ? "" : " AND NOT n.filtered");
    }

    /** Binds what the condition names. */
    StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement;
        if (types != null && !types.isEmpty()) {
            bound = bound.param("types", types.toArray(String[]::new));
        }
        if (excludeTypes != null && !excludeTypes.isEmpty()) {
            bound = bound.param("excluded", excludeTypes.toArray(String[]::new));
        }
        return accountId == null ? bound : bound.param("from", accountId);
    }

    static void check(String name, @Nullable List<String> list) {
        if (list != null && list.size() > MAX_TYPES) {
            throw Invalid.field(name, "ERR_TOO_LONG", "must not have more than " + MAX_TYPES + " entries");
        }
    }
}
