package io.microblog.notification.mail.compose;

import java.util.Map;
import java.util.Objects;

import io.microblog.internal.Contact;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StatusText;
import io.microblog.notification.account.Account;
import io.microblog.notification.account.Accounts;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.compose.Draft.Ready;
import io.microblog.notification.mail.compose.Draft.Unwanted;
import io.microblog.notification.mail.provider.Mail;
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
    private final StatusApi posts;

    NewsWriter(
            Accounts accounts, MailPreferences preferences, UnsubscribeLinks links, Letters letters, StatusApi posts) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.links = links;
        this.letters = letters;
        this.posts = posts;
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
        StatusText post = delivery.postId() == null ? null : posts.text(delivery.postId(), delivery.recipientId());
        if (post != null && post.muted()) {
            return new Unwanted("The recipient has muted the thread");
        }
        String unsubscribe = links.of(delivery.recipientId(), kind);
        Letter letter = letter(delivery, contact, actor, post, unsubscribe);
        return new Ready(new Mail(
                delivery.id(),
                contact.email(),
                letter.subject(),
                letter.text(),
                letter.html(),
                delivery.template().key(),
                headers(unsubscribe)));
    }

    private Letter letter(
            Delivery delivery, Contact contact, Account actor, @Nullable StatusText post, String unsubscribe) {
        var reader = new Letters.Reader(name(contact), contact.locale());
        if (post == null) {
            return letters.follow(delivery.template(), reader, actor, unsubscribe);
        }
        long id = Objects.requireNonNull(delivery.postId());
        return letters.post(delivery.template(), reader, actor, id, words(reader, post), unsubscribe);
    }

    private @Nullable String words(Letters.Reader reader, StatusText post) {
        if (post.hasWarning()) {
            return letters.warning(reader, post.spoilerText());
        }
        String excerpt = Excerpt.of(post.content());
        return excerpt.isEmpty() ? null : excerpt;
    }

    /** How to greet the person. */
    private static String name(Contact contact) {
        return contact.displayName().isBlank()
                ? "@" + contact.username()
                : contact.displayName().strip();
    }

    private static Map<String, String> headers(String unsubscribe) {
        return Map.of(
                "List-Unsubscribe", "<" + unsubscribe + ">",
                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                "Auto-Submitted", "auto-generated");
    }
}
