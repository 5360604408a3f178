package io.microblog.notification.inbox;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications are wanted.
 *
 * @param types only these, all when empty; a name that does not exist matches nothing
 * @param excludedTypes none of these
 * @param fromId only from this account, from anybody when null
 */
record NotificationFilter(
        List<String> types,
        List<String> excludedTypes,
        @Nullable Long fromId) {

    private static final int MAX_TYPES = 50;

    /**
     * Of the query parameters {@code types}, {@code exclude_types} (with or without brackets) and {@code account_id}.
     *
     * @throws Invalid naming the parameter that is wrong
     */
    static NotificationFilter of(HttpServletRequest request) {
        return new NotificationFilter(
                list(request, "types"), list(request, "exclude_types"), id(request.getParameter("account_id")));
    }

    private static List<String> list(HttpServletRequest request, String name) {
        String[] bracketed = request.getParameterValues(name + "[]");
        String[] values = bracketed == null ? request.getParameterValues(name) : bracketed;
        if (values == null) {
            return List.of();
        }
        if (values.length > MAX_TYPES) {
            throw Invalid.field(name, "ERR_TOO_LONG", "must not have more than " + MAX_TYPES + " entries");
        }
        return List.of(values);
    }

    private static @Nullable Long id(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notAnId) {
            throw Invalid.field("account_id", "ERR_INVALID", "is not an id");
        }
    }
}
