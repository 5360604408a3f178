package io.microblog.user.moderation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a moderator does about somebody.
 *
 * @param type none, delete_statuses, sensitive, silence, disable or suspend
 * @param reportId the report that led to it
 * @param text why, in words for the owner of the account, who finds them among what was done about it
 * @param ruleIds the rules that were broken
 * @param statusIds of the posts in the report those that are to be deleted; all of them where none is named
 * @param expiresIn after how many seconds it ends by itself; not so where it is not said
 * @param sendEmailNotification whether the owner is told by mail and notification; not so where it is not said
 */
record ActionRequest(
        @Nullable String type,
        @Nullable Long reportId,
        @Nullable String text,
        @Nullable List<Long> ruleIds,
        @Nullable List<Long> statusIds,
        @Nullable Long expiresIn,
        @Nullable Boolean sendEmailNotification) {}
