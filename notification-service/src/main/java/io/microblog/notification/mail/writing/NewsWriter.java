package io.microblog.notification.mail.writing;

import java.util.Map;
import java.util.Objects;

import io.microblog.kit.client.ServiceClients;
import io.microblog.notification.account.Account;
import io.microblog.notification.account.Accounts;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.letter.Letter;
import io.microblog.notification.mail.letter.Letters;
import io.microblog.notification.mail.transport.Mail;
import io.microblog.notification.mail.writing.Draft.Ready;
import io.microblog.notification.mail.writing.Draft.Unwanted;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.MailPreferences;
import io.microblog.notification.preference.UnsubscribeLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails that tell of others' acts, unless meanwhile there is nothing to tell. */
@Component
class NewsWriter {

    private final Accounts accounts;
    private final MailPreferences preferences;
    private final UnsubscribeLinks links;
    private final Letters letters;
    private final PostClient posts;

    NewsWriter(
            Accounts accounts,
            MailPreferences preferences,
            UnsubscribeLinks links,
            Letters letters,
            ServiceClients clients) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.links = links;
        this.letters = letters;
        this.posts = clients.create(PostClient.class, "post-service");
    }

    /**
     * @param contact null when user-service knows no address of the recipient
     * @throws io.microblog.kit.problem.NotFound when the recipient may not see the post
     */
    Draft write(Delivery delivery, @Nullable Contact contact) {
        MailKind kind = delivery.template().kind().orElseThrow();
        if (contact == null || !contact.confirmed()) {
            return new Unwanted("There is no confirmed address");
        }
        if (!preferences.wants(delivery.recipientId(), kind)) {
            return new Unwanted("Switched off by the recipient");
        }
        Account actor =
                accounts.find(Objects.requireNonNull(delivery.actorId())).orElse(null);
        if (actor == null || actor.suspended()) {
            return new Unwanted("Who did it is gone");
        }
        String unsubscribe = links.of(delivery.recipientId(), kind);
        Letter letter = letter(delivery, contact, actor, unsubscribe);
        return new Ready(new Mail(
                delivery.id(),
                contact.email(),
                letter.subject(),
                letter.text(),
                letter.html(),
                delivery.template().key(),
                headers(unsubscribe)));
    }

    private Letter letter(Delivery delivery, Contact contact, Account actor, String unsubscribe) {
        var reader = new Letters.Reader(contact.name(), contact.locale());
        Long post = delivery.postId();
        return post == null
                ? letters.follow(delivery.template(), reader, actor, unsubscribe)
                : letters.post(delivery.template(), reader, actor, post, words(reader, post, delivery), unsubscribe);
    }

    private @Nullable String words(Letters.Reader reader, long post, Delivery delivery) {
        PostContent content = posts.text(post, delivery.recipientId());
        if (content.hasWarning()) {
            return letters.warning(reader, Objects.requireNonNull(content.spoilerText()));
        }
        String excerpt = content.excerpt();
        return excerpt.isEmpty() ? null : excerpt;
    }

    private static Map<String, String> headers(String unsubscribe) {
        return Map.of(
                "List-Unsubscribe", "<" + unsubscribe + ">",
                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                "Auto-Submitted", "auto-generated");
    }
}
