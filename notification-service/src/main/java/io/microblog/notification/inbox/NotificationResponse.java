package io.microblog.notification.inbox;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's Notification entity.
 *
 * @param groupKey shared by those that make one group
 * @param account who did it, as user-service shows them
 * @param status the post it is about, as post-service shows it; null for a follow
 * @param report the report that it tells moderators of, as user-service shows it
 * @param moderationWarning what moderators decided about the reader's account
 */
record NotificationResponse(
        String id,
        String type,
        Instant createdAt,
        String groupKey,
        @SchemaName("Account") JsonNode account,
        @SchemaName("Status") @Nullable JsonNode status,

        @JsonInclude(JsonInclude.Include.NON_NULL) @SchemaName("Report") @Nullable
        JsonNode report,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WarningResponse moderationWarning) {

    static NotificationResponse of(
            Notification notification, JsonNode account, @Nullable JsonNode status, Matters matters) {
        return new NotificationResponse(
                Long.toString(notification.id()),
                notification.type(),
                notification.createdAt(),
                notification.groupKey(),
                account,
                status,
                matters.reportOf(notification.type(), notification.objectId()),
                matters.warningOf(notification.type(), notification.objectId(), account));
    }
}
