package io.microblog.notification.inbox;

import java.time.Instant;

import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's Notification entity.
 *
 * @param groupKey shared by those that make one group
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
        return new NotificationResponse(
                Long.toString(notification.id()),
                notification.type(),
                notification.createdAt(),
                notification.groupKey(),
                account,
                status);
    }
}
