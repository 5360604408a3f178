package io.microblog.notification.mail.compose;

import java.util.Locale;
import java.util.Map;

import io.microblog.internal.Contact;
import io.microblog.notification.announcement.Announcement;
import io.microblog.notification.preference.MailChoices;

/**
 * What a batch of mails of announcements has to know.
 *
 * @param contacts of the recipients whom user-service knows
 * @param choices what recipients want to be mailed of
 * @param announcements those that are published, by their ids
 * @param letters those that are written already, for the others of the batch
 */
record AnnouncementFacts(
        Map<Long, Contact> contacts,
        Map<Long, MailChoices> choices,
        Map<Long, Announcement> announcements,
        Map<Edition, CircularLetter> letters) {

    /**
     * What all copies of a letter have in common.
     *
     * @param locale of what surrounds the announcement
     * @param language in which the announcement is told
     */
    record Edition(long announcementId, Locale locale, String language) {}
}
