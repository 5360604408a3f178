package io.microblog.notification.inbox;

import java.util.Map;
import java.util.Optional;

import io.microblog.notification.kind.NotificationType;
import io.microblog.notification.notice.Warning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What some notifications are about besides posts, as their reader may see it.
 *
 * @param reports each the API's {@code Report}, by id
 * @param warnings by id
 */
record Matters(Map<String, JsonNode> reports, Map<Long, Warning> warnings) {

    static final String REPORT = NotificationType.ADMIN_REPORT.wireName();
    static final String WARNING = NotificationType.MODERATION_WARNING.wireName();

    /** The report that a notification is about; null where it is about none. */
    @Nullable
    JsonNode reportOf(String type, @Nullable Long objectId) {
        return type.equals(REPORT) && objectId != null ? reports.get(Long.toString(objectId)) : null;
    }

    /**
     * The warning that a notification is about; null where it is about none.
     *
     * @param account whom it warns
     */
    @Nullable
    WarningResponse warningOf(String type, @Nullable Long objectId, JsonNode account) {
        return type.equals(WARNING) && objectId != null
                ? Optional.ofNullable(warnings.get(objectId))
                        .map(warning -> WarningResponse.of(warning, account))
                        .orElse(null)
                : null;
    }

    /** Whether there is anything to show of what a notification is about. */
    boolean has(@Nullable Long objectId) {
        return objectId == null || reports.containsKey(Long.toString(objectId)) || warnings.containsKey(objectId);
    }
}
