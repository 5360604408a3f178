package io.microblog.notification.policy;

import java.time.Instant;
import java.util.Map;

import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's NotificationRequest entity.
 *
 * @param notificationsCount a number as text, as the API has it
 * @param lastStatus null for none, or when the reader may not see it
 */
@SchemaName("NotificationRequest")
record RequestResponse(
        String id,
        Instant createdAt,
        Instant updatedAt,
        String notificationsCount,
        @SchemaName("Account") JsonNode account,
        @SchemaName("Status") @Nullable JsonNode lastStatus) {

    /** The request with its sender, where the reader may see them. */
    static @Nullable RequestResponse of(
            Request request, Map<String, JsonNode> accounts, Map<String, JsonNode> statuses) {
        JsonNode account = accounts.get(Long.toString(request.fromId()));
        if (account == null) {
            return null;
        }
        return new RequestResponse(
                Long.toString(request.id()),
                request.createdAt(),
                request.updatedAt(),
                Integer.toString(request.count()),
                account,
                request.lastPostId() == null ? null : statuses.get(Long.toString(request.lastPostId())));
    }
}
