package io.microblog.user.moderation;

import org.jspecify.annotations.Nullable;

/**
 * What a moderator does about somebody.
 *
 * @param type none, sensitive, silence, disable or suspend
 * @param reportId the report that led to it
 * @param text why; kept in the audit log, and mailed
 * @param sendEmailNotification whether the owner of the account is told by mail; not so where it is not said
 */
record ActionRequest(
        @Nullable String type,
        @Nullable Long reportId,
        @Nullable String text,
        @Nullable Boolean sendEmailNotification) {}
