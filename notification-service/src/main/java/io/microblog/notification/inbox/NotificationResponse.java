package io.microblog.notification.inbox;

import java.time.Instant;

import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's Notification entity.
 *
 * @param groupKey each stands for itself
 * @param account who did it, as user-service shows them
 * @param status the post it is about, as post-service shows it; null for a follow
 */
record NotificationResponse(
        String id,
        String type,
        Instant createdAt,
        String groupKey,
        @SchemaName("Account") JsonNode account,
        @SchemaName("Status") @Nullable JsonNode status) {

    static NotificationResponse of(Notification notification, JsonNode account, @Nullable JsonNode status) {
        String id = Long.toString(notification.id());
        return new NotificationResponse(
                id, notification.type(), notification.createdAt(), "ungrouped-" + id, account, status);
    }
}
