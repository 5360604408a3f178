package io.microblog.user.letter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What notification-service learns when it sends a security mail.
 *
 * @param expiresAt when the link ceases to work, null for never
 * @param occurredAt when it happened what the mail tells of
 * @param detail a device or an address, may be empty
 */
public record SecurityMail(
        String accountId,
        String username,
        String email,
        String locale,
        String link,
        @Nullable Instant expiresAt,
        Instant occurredAt,
        String detail) {}
