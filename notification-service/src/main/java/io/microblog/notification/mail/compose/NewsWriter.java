package io.microblog.notification.mail.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.internal.Contact;
import io.microblog.internal.StatusText;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.language.Excerpt;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.compose.Composition.Held;
import io.microblog.notification.mail.compose.Composition.Joined;
import io.microblog.notification.mail.compose.Composition.Ready;
import io.microblog.notification.mail.compose.Composition.Unwanted;
import io.microblog.notification.mail.provider.Mail;
import io.microblog.notification.preference.MailChoices;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.QuietHours;
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

    /**
     * Writes one mail of all that is told together to one person.
     *
     * @param together of one template, in the order in which it happened
     * @return a draft for each
     */
    Map<Delivery, Composition> write(List<Delivery> together, NewsFacts facts) {
        Delivery first = together.getFirst();
        Composition obstacle = obstacle(first, facts);
        if (obstacle != null) {
            return together.stream().collect(Collectors.toMap(Function.identity(), _ -> obstacle));
        }
        Contact contact = Objects.requireNonNull(facts.contacts().get(first.recipientId()));
        if (first.template() == Template.RETURNED_POST) {
            return Map.of(first, returned(first, contact));
        }
        var drafts = new LinkedHashMap<Delivery, Composition>();
        var pieces = new ArrayList<Piece>();
        for (Delivery delivery : together) {
            Composition reason = reasonAgainst(delivery, facts);
            if (reason == null) {
                pieces.add(piece(delivery, facts));
            } else {
                drafts.put(delivery, reason);
            }
        }
        join(pieces, contact, drafts);
        return drafts;
    }

    private void join(List<Piece> pieces, Contact contact, Map<Delivery, Composition> drafts) {
        if (!pieces.isEmpty()) {
            Delivery lead = pieces.getFirst().delivery();
            drafts.put(lead, news(lead, contact, pieces));
            pieces.stream().skip(1).forEach(piece -> drafts.put(piece.delivery(), new Joined(lead)));
        }
    }

    /** What keeps the recipient from any mail of the kind now, else null. */
    private static @Nullable Composition obstacle(Delivery delivery, NewsFacts facts) {
        Contact contact = facts.contacts().get(delivery.recipientId());
        if (contact == null || !contact.confirmed()) {
            return new Unwanted("There is no confirmed address");
        }
        MailChoices choices = Objects.requireNonNull(facts.choices().get(delivery.recipientId()));
        if (delivery.template().kind().filter(kind -> !choices.wants(kind)).isPresent()) {
            return new Unwanted("Switched off by the recipient");
        }
        QuietHours quiet = choices.quietHours();
        return quiet == null
                ? null
                : quiet.endAfter(Instant.now(), ZoneId.of(contact.timeZone()))
                        .map(Held::new)
                        .orElse(null);
    }

    /** Why one of the things is not told, else null. */
    private static @Nullable Composition reasonAgainst(Delivery delivery, NewsFacts facts) {
        if (delivery.notificationId() != null && !facts.unread().contains(delivery.notificationId())) {
            return new Unwanted("It is read, over, or by somebody of whom the recipient wants to hear nothing");
        }
        KnownAccount actor = facts.actors().get(Objects.requireNonNull(delivery.actorId()));
        if (actor == null || actor.suspended()) {
            return new Unwanted("Who did it is gone");
        }
        if (delivery.postId() == null) {
            return null;
        }
        if (facts.textsAway() != null) {
            return facts.textsAway();
        }
        StatusText post = facts.texts().get(NewsFacts.wanted(delivery));
        if (post == null) {
            return NOTHING_TO_TELL;
        }
        return post.muted() ? new Unwanted("The recipient has muted the thread") : null;
    }

    private static Piece piece(Delivery delivery, NewsFacts facts) {
        KnownAccount actor = Objects.requireNonNull(facts.actors().get(delivery.actorId()));
        return new Piece(
                delivery,
                actor,
                delivery.postId() == null ? null : facts.texts().get(NewsFacts.wanted(delivery)));
    }

    private Composition news(Delivery lead, Contact contact, List<Piece> pieces) {
        MailKind kind = lead.template().kind().orElseThrow();
        String unsubscribe = links.of(lead.recipientId(), kind);
        Letters.Reader reader = Letters.Reader.of(contact);
        List<NewsItem> items = items(pieces, reader, contact);
        Letter letter = pieces.size() == 1
                ? letters.news(lead.template(), reader, items.getFirst(), unsubscribe)
                : letters.several(lead.template(), reader, items, pieces.size(), unsubscribe);
        boolean oneThread = pieces.stream()
                        .map(piece -> piece.delivery().threadId())
                        .distinct()
                        .count()
                == 1;
        return ready(lead, contact, letter, headers.stoppable(oneThread ? lead.threadId() : null, kind, unsubscribe));
    }

    /** What people do with one post is one thing to tell. */
    private List<NewsItem> items(List<Piece> pieces, Letters.Reader reader, Contact contact) {
        return pieces.stream()
                .collect(Collectors.groupingBy(Piece::matter, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> item(same, reader, contact))
                .toList();
    }

    private NewsItem item(List<Piece> same, Letters.Reader reader, Contact contact) {
        Piece first = same.getFirst();
        boolean own = first.isOfOwnPost();
        String owner = own ? contact.username() : first.actor().username();
        Long post = first.delivery().postId();
        return new NewsItem(
                same.stream().map(Piece::actor).distinct().toList(),
                first.post() == null ? null : words(reader, first.post()),
                "/@" + owner + (post == null ? "" : "/" + post),
                first.isOwnPoll());
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

    private @Nullable String words(Letters.Reader reader, StatusText post) {
        if (post.hasWarning()) {
            return letters.warning(reader, post.spoilerText());
        }
        String excerpt = Excerpt.of(post.content(), MAX_EXCERPT);
        return excerpt.isEmpty() ? null : excerpt;
    }

    /**
     * One of the things that a mail tells.
     *
     * @param post the words of the post it is about, null for none
     */
    private record Piece(
            Delivery delivery, KnownAccount actor, @Nullable StatusText post) {

        /** What it shares with what is told in one breath. */
        Object matter() {
            return isOfOwnPost() && delivery.postId() != null ? delivery.postId() : delivery;
        }

        boolean isOfOwnPost() {
            return delivery.template() == Template.FAVOURITE || delivery.template() == Template.REBLOG;
        }

        boolean isOwnPoll() {
            return delivery.template() == Template.POLL && actor.id() == delivery.recipientId();
        }
    }
}
