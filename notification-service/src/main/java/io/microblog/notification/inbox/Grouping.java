package io.microblog.notification.inbox;

import java.util.List;

import io.microblog.kit.problem.BadRequest;
import io.microblog.notification.kind.NotificationType;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants groups.
 *
 * @param groupedTypes the kinds that it shows as groups, all that are grouped when it does not say
 * @param expandAccounts {@code full}, or {@code partial_avatars} for accounts of which only the picture is shown
 */
record Grouping(
        @Nullable List<String> groupedTypes, @Nullable String expandAccounts) {

    private static final String FULL = "full";
    private static final String PARTIAL = "partial_avatars";

    /** @throws BadRequest naming what is none of the two */
    Grouping {
        NotificationFilter.check("grouped_types", groupedTypes);
        if (expandAccounts != null && !List.of(FULL, PARTIAL).contains(expandAccounts)) {
            throw new BadRequest("Parameter expand_accounts is neither " + FULL + " nor " + PARTIAL);
        }
    }

    String[] types() {
        List<String> types = groupedTypes == null || groupedTypes.isEmpty() ? NotificationType.grouped() : groupedTypes;
        return types.toArray(String[]::new);
    }

    boolean wantsPartialAccounts() {
        return PARTIAL.equals(expandAccounts);
    }
}
