package io.microblog.notification.mail.preview;

/**
 * A kind of mail.
 *
 * @param kind its name, with which the keys of its texts begin
 * @param subject of such a mail, in the language that was asked for
 */
record MailKindResponse(String kind, String subject) {}
