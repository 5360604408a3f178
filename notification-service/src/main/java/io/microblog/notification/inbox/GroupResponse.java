package io.microblog.notification.inbox;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's NotificationGroup entity.
 *
 * @param mostRecentNotificationId a number, as the API has it
 * @param pageMinId the oldest notification of it on this page, null outside of pages
 * @param pageMaxId the newest one
 * @param latestPageNotificationAt when that happened
 * @param sampleAccountIds some of those who did it, the latest first
 * @param statusId the post it is about, null for follows
 * @param report the report that it tells moderators of, as user-service shows it
 * @param moderationWarning what moderators decided about the reader's account
 */
@SchemaName("NotificationGroup")
record GroupResponse(
        String groupKey,
        int notificationsCount,
        String type,
        long mostRecentNotificationId,
        @Nullable String pageMinId,
        @Nullable String pageMaxId,
        @Nullable Instant latestPageNotificationAt,
        List<String> sampleAccountIds,
        @Nullable String statusId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @SchemaName("Report") @Nullable
        JsonNode report,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WarningResponse moderationWarning) {

    /**
     * What of a group its reader may see.
     *
     * @param accounts those who did it
     * @param report the report it is about
     * @param warning the warning it is about
     */
    record Visible(
            List<String> accounts,
            @Nullable JsonNode report,
            @Nullable WarningResponse warning) {}

    static GroupResponse onPage(Group group, Visible visible) {
        return of(group, visible, group.page());
    }

    static GroupResponse alone(Group group, Visible visible) {
        return of(group, visible, null);
    }

    private static GroupResponse of(Group group, Visible visible, Group.@Nullable Span page) {
        return new GroupResponse(
                group.key(),
                group.count(),
                group.type(),
                group.newest(),
                page == null ? null : Long.toString(page.minId()),
                page == null ? null : Long.toString(page.maxId()),
                page == null ? null : page.latestAt(),
                visible.accounts(),
                group.postId() == null ? null : Long.toString(group.postId()),
                visible.report(),
                visible.warning());
    }
}
