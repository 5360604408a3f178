package io.microblog.notification.policy;

/**
 * What waits for the person's decision.
 *
 * @param pendingRequestsCount people, up to 100
 * @param pendingNotificationsCount their notifications
 */
record PolicySummary(int pendingRequestsCount, int pendingNotificationsCount) {}
