package io.microblog.user.signup;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for an account.
 *
 * @param agreement to the rules of the server
 * @param locale BCP 47 tag of the language for pages and mails; English when absent
 * @param timeZone IANA name; UTC when absent
 * @param inviteCode of an invitation, by which nobody waits for a moderator
 * @param reason what a moderator should know, where one decides
 */
record SignUpRequest(
        @Nullable String username,
        @Nullable String email,
        @Nullable String password,
        @Nullable Boolean agreement,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable String reason,
        @Nullable String inviteCode) {}
