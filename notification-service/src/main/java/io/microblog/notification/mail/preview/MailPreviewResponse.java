package io.microblog.notification.mail.preview;

import java.util.Locale;

import io.microblog.notification.mail.compose.Letter;

/**
 * A mail about things that never happened.
 *
 * @param locale the language that it is in: the nearest to what was asked for
 * @param html a whole page
 * @param text the same for programs that show no HTML
 */
record MailPreviewResponse(String kind, String locale, String subject, String html, String text) {

    static MailPreviewResponse from(String kind, Locale locale, Letter letter) {
        return new MailPreviewResponse(kind, locale.toLanguageTag(), letter.subject(), letter.html(), letter.text());
    }
}
