package io.microblog.notification.inbox;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * The API's NotificationGroup entity.
 *
 * @param mostRecentNotificationId a number, as the API has it
 * @param pageMinId the oldest notification of it on this page, null outside of pages
 * @param pageMaxId the newest one
 * @param latestPageNotificationAt when that happened
 * @param sampleAccountIds some of those who did it, the latest first
 * @param statusId the post it is about, null for follows
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
        @Nullable String statusId) {

    /** @param accounts those who did it and whom the reader may see */
    static GroupResponse onPage(Group group, List<String> accounts) {
        return of(group, accounts, group.page());
    }

    static GroupResponse alone(Group group, List<String> accounts) {
        return of(group, accounts, null);
    }

    private static GroupResponse of(Group group, List<String> accounts, Group.@Nullable Span page) {
        return new GroupResponse(
                group.key(),
                group.count(),
                group.type(),
                group.newest(),
                page == null ? null : Long.toString(page.minId()),
                page == null ? null : Long.toString(page.maxId()),
                page == null ? null : page.latestAt(),
                accounts,
                group.postId() == null ? null : Long.toString(group.postId()));
    }
}
