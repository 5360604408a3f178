package io.microblog.internal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a security mail says and where it goes.
 *
 * @param accountId decimal
 * @param username as the person writes it
 * @param email where it goes
 * @param locale BCP 47 tag
 * @param timeZone IANA name of the zone whose clocks the person reads; null from an instance of before
 * @param link derived from the event, so always the same
 * @param expiresAt when the link ceases to work, null for never
 * @param occurredAt when it happened what the mail tells of
 * @param detail the device of a sign-in, the next address of an account, the appeal that is decided, or what moderators say; empty where there is nothing to tell
 * @param strike what moderators did, where the mail tells of that
 */
public record SecurityMail(
        String accountId,
        String username,
        String email,
        String locale,
        @Nullable String timeZone,
        String link,
        @Nullable Instant expiresAt,
        Instant occurredAt,
        String detail,
        @Nullable ToldStrike strike) {}
