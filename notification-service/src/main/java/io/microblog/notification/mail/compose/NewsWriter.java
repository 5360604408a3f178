package io.microblog.notification.mail.compose;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.microblog.internal.Contact;
import io.microblog.internal.StatusText;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.language.Excerpt;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.compose.Composition.Ready;
import io.microblog.notification.mail.compose.Composition.Unwanted;
import io.microblog.notification.mail.provider.Mail;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.UnsubscribeLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails that tell of others' acts, unless meanwhile there is nothing to tell, and those of one's own posts. */
@Component
class NewsWriter {

    private static final int MAX_EXCERPT = 500;

    private static final Composition NOTHING_TO_TELL = new Unwanted("There is nothing to tell any more");

    private final UnsubscribeLinks links;
    private final Letters letters;
    private final MailHeaders headers;

    NewsWriter(UnsubscribeLinks links, Letters letters, MailHeaders headers) {
        this.links = links;
        this.letters = letters;
        this.headers = headers;
    }

    Composition write(Delivery delivery, NewsFacts facts) {
        Contact contact = facts.contacts().get(delivery.recipientId());
        if (contact == null || !contact.confirmed()) {
            return new Unwanted("There is no confirmed address");
        }
        if (delivery.template() == Template.RETURNED_POST) {
            return returned(delivery, contact);
        }
        MailKind kind = delivery.template().kind().orElseThrow();
        if (facts.stopped().getOrDefault(delivery.recipientId(), Set.of()).contains(kind)) {
            return new Unwanted("Switched off by the recipient");
        }
        KnownAccount actor = facts.actors().get(Objects.requireNonNull(delivery.actorId()));
        if (actor == null || actor.suspended()) {
            return new Unwanted("Who did it is gone");
        }
        if (delivery.postId() == null) {
            return news(delivery, contact, actor, null);
        }
        if (facts.textsAway() != null) {
            return facts.textsAway();
        }
        StatusText post = facts.texts().get(NewsFacts.wanted(delivery));
        if (post == null) {
            return NOTHING_TO_TELL;
        }
        return post.muted() ? new Unwanted("The recipient has muted the thread") : news(delivery, contact, actor, post);
    }

    private Composition news(Delivery delivery, Contact contact, KnownAccount actor, @Nullable StatusText post) {
        MailKind kind = delivery.template().kind().orElseThrow();
        String unsubscribe = links.of(delivery.recipientId(), kind);
        Letter letter = letter(delivery, contact, actor, post, unsubscribe);
        return ready(delivery, contact, letter, headers.stoppable(delivery, kind, unsubscribe));
    }

    /** It stops by itself, and nobody wants to miss it: it cannot be switched off. */
    private Composition returned(Delivery delivery, Contact contact) {
        Letter letter = letters.returned(Letters.Reader.of(contact));
        return ready(delivery, contact, letter, headers.required());
    }

    private static Composition ready(Delivery delivery, Contact contact, Letter letter, Map<String, String> headers) {
        return new Ready(new Mail(
                delivery.id(),
                contact.email(),
                letter.subject(),
                letter.text(),
                letter.html(),
                delivery.template().key(),
                headers));
    }

    private Letter letter(
            Delivery delivery, Contact contact, KnownAccount actor, @Nullable StatusText post, String unsubscribe) {
        Letters.Reader reader = Letters.Reader.of(contact);
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
        String excerpt = Excerpt.of(post.content(), MAX_EXCERPT);
        return excerpt.isEmpty() ? null : excerpt;
    }
}
