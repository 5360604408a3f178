package io.microblog.notification.mail.writing;

import java.time.Instant;

/**
 * What a security mail says and where it goes.
 *
 * @param link derived from the event, so always the same
 */
record SecurityMail(String username, String email, String locale, String link, Instant expiresAt) {}
