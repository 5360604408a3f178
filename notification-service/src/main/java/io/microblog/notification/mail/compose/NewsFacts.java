package io.microblog.notification.mail.compose;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.microblog.internal.Contact;
import io.microblog.internal.StatusText;
import io.microblog.internal.TextWanted;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.compose.Composition.Postponed;
import io.microblog.notification.preference.MailChoices;
import io.microblog.notification.preference.MailMode;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of mails of others' acts has to know.
 *
 * @param contacts of the recipients whom user-service knows
 * @param choices what recipients want to be mailed of
 * @param saving whether the server has few mails left
 * @param unread the notifications that are still news
 * @param actors who did what the mails tell of
 * @param texts what posts say to recipients who may see them
 * @param textsAway why no text could be read, else null
 */
record NewsFacts(
        Map<Long, Contact> contacts,
        Map<Long, MailChoices> choices,
        boolean saving,
        Set<Long> unread,
        Map<Long, KnownAccount> actors,
        Map<TextWanted, StatusText> texts,
        @Nullable Postponed textsAway) {

    /** How the mail's recipient hears of it: as they want to, or in a digest to save mails; at once of what nobody chooses. */
    MailMode mode(Delivery delivery) {
        return delivery.template()
                .kind()
                .map(kind -> {
                    MailMode wanted = choicesOf(delivery).mode(kind);
                    return saving && wanted == MailMode.AT_ONCE && kind.isDeferrable() ? MailMode.DAILY : wanted;
                })
                .orElse(MailMode.AT_ONCE);
    }

    MailChoices choicesOf(Delivery delivery) {
        return Objects.requireNonNull(choices.get(delivery.recipientId()));
    }

    /** The text that the mail's recipient is to read. */
    static TextWanted wanted(Delivery delivery) {
        return new TextWanted(Objects.requireNonNull(delivery.postId()), delivery.recipientId());
    }
}
