package io.microblog.notification.mail.compose;

/**
 * A mail's words, ready for any transport.
 *
 * @param text the plain version
 * @param html the same for programs that show HTML
 */
public record Letter(String subject, String text, String html) {}
