package io.microblog.notification.mail.compose;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.microblog.internal.Contact;
import io.microblog.notification.announcement.Announcement;
import io.microblog.notification.announcement.AnnouncementText;
import io.microblog.notification.language.Languages;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.compose.AnnouncementFacts.Edition;
import io.microblog.notification.mail.compose.Composition.Ready;
import io.microblog.notification.mail.compose.Composition.Unwanted;
import io.microblog.notification.mail.provider.Mail;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.UnsubscribeLinks;
import org.springframework.stereotype.Component;

/** Writes the mails that tell of announcements, each in the language of its reader. */
@Component
class AnnouncementWriter {

    private final UnsubscribeLinks links;
    private final Letters letters;
    private final MailHeaders headers;

    AnnouncementWriter(UnsubscribeLinks links, Letters letters, MailHeaders headers) {
        this.links = links;
        this.letters = letters;
        this.headers = headers;
    }

    Composition write(Delivery delivery, AnnouncementFacts facts) {
        Contact contact = facts.contacts().get(delivery.recipientId());
        if (contact == null || !contact.confirmed()) {
            return new Unwanted("There is no confirmed address");
        }
        if (!Objects.requireNonNull(facts.choices().get(delivery.recipientId())).wants(MailKind.ANNOUNCEMENT)) {
            return new Unwanted("Switched off by the recipient");
        }
        Announcement announcement = facts.announcements().get(Objects.requireNonNull(delivery.announcementId()));
        return announcement == null
                ? new Unwanted("It is not announced any more")
                : write(delivery, contact, announcement, facts);
    }

    private Composition write(Delivery delivery, Contact contact, Announcement announcement, AnnouncementFacts facts) {
        String unsubscribe = links.of(delivery.recipientId(), MailKind.ANNOUNCEMENT);
        AnnouncementText text = announcement.text(
                List.of(Locale.forLanguageTag(contact.locale()).getLanguage()));
        Locale locale = Languages.of(contact.locale());
        Letter letter = facts.letters()
                .computeIfAbsent(
                        new Edition(announcement.id(), locale, text.language()),
                        _ -> letters.announcement(locale, text))
                .to(Letters.Reader.of(contact), unsubscribe);
        var further = headers.stoppable(null, MailKind.ANNOUNCEMENT.wireName(), unsubscribe);
        further.put("Precedence", "bulk");
        return new Ready(new Mail(
                delivery.id(),
                contact.email(),
                letter.subject(),
                letter.text(),
                letter.html(),
                delivery.template().key(),
                further,
                delivery.template().lane().stream()));
    }
}
