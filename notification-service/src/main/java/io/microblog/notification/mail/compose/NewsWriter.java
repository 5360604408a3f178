package io.microblog.notification.mail.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.microblog.internal.Contact;
import io.microblog.internal.StatusText;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.compose.Composition.Held;
import io.microblog.notification.mail.compose.Composition.Joined;
import io.microblog.notification.mail.compose.Composition.Postponed;
import io.microblog.notification.mail.compose.Composition.Ready;
import io.microblog.notification.mail.compose.Composition.Unwanted;
import io.microblog.notification.mail.provider.Mail;
import io.microblog.notification.preference.MailChoices;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.MailMode;
import io.microblog.notification.preference.UnsubscribeLinks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Writes the mails that tell of others' acts, unless meanwhile there is nothing to tell, and those of one's own posts. */
@Component
class NewsWriter {

    private static final Logger LOG = LoggerFactory.getLogger(NewsWriter.class);

    /** What happens right before a digest leaves may not be there yet, and is told by the next. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Composition NOTHING_TO_TELL = new Unwanted("There is nothing to tell any more");

    private final UnsubscribeLinks links;
    private final Letters letters;
    private final NewsItems items;
    private final DigestWriter digests;
    private final MailHeaders headers;

    NewsWriter(UnsubscribeLinks links, Letters letters, NewsItems items, DigestWriter digests, MailHeaders headers) {
        this.links = links;
        this.letters = letters;
        this.items = items;
        this.digests = digests;
        this.headers = headers;
    }

    /**
     * Writes mails, one of all that is told together to one person.
     *
     * @param deliveries in the order in which it happened
     * @return a draft for each
     */
    Map<Delivery, Composition> write(List<Delivery> deliveries, NewsFacts facts) {
        var drafts = new HashMap<Delivery, Composition>();
        var together = new LinkedHashMap<Object, List<Piece>>();
        for (Delivery delivery : deliveries) {
            Composition verdict = guarded(delivery, () -> verdict(delivery, facts));
            if (verdict == null) {
                together.computeIfAbsent(bundle(delivery, facts), _ -> new ArrayList<>())
                        .add(piece(delivery, facts));
            } else {
                drafts.put(delivery, verdict);
            }
        }
        together.values().forEach(pieces -> {
            Delivery lead = pieces.getFirst().delivery();
            Composition draft = Objects.requireNonNull(guarded(lead, () -> news(pieces, facts)));
            drafts.put(lead, draft);
            pieces.stream()
                    .skip(1)
                    .forEach(piece -> drafts.put(piece.delivery(), draft instanceof Ready ? new Joined(lead) : draft));
        });
        return drafts;
    }

    private static @Nullable Composition guarded(Delivery delivery, Supplier<@Nullable Composition> write) {
        try {
            return write.get();
        } catch (Unavailable | RestClientException away) {
            return new Postponed("post-service does not answer", true);
        } catch (RuntimeException e) {
            LOG.warn("Mail {} ({}) cannot be written", delivery.id(), delivery.template(), e);
            return new Postponed("It cannot be written: " + e.getClass().getSimpleName(), false);
        }
    }

    /** What waited for each other is told together: of one kind, or in one digest. */
    private static Object bundle(Delivery delivery, NewsFacts facts) {
        if (!delivery.joins()) {
            return delivery.id();
        }
        MailMode mode = facts.mode(delivery);
        return List.of(delivery.recipientId(), mode.isDigest() ? mode : delivery.template());
    }

    /** Why there is nothing to tell, or not yet; or the mail that needs no news; else null. */
    private @Nullable Composition verdict(Delivery delivery, NewsFacts facts) {
        Contact contact = facts.contacts().get(delivery.recipientId());
        if (contact == null || !contact.confirmed()) {
            return new Unwanted("There is no confirmed address");
        }
        MailMode mode = facts.mode(delivery);
        if (mode == MailMode.NEVER) {
            return new Unwanted("Switched off by the recipient");
        }
        Optional<Instant> later = notBefore(delivery, mode, contact, facts);
        if (later.isPresent()) {
            return new Held(later.get());
        }
        return switch (delivery.template()) {
            case RETURNED_POST -> required(delivery, contact, letters.returned(Letters.Reader.of(contact)));
            case RELEASED_POST -> released(delivery, contact, facts);
            case APPEAL -> appealed(delivery, contact, facts);
            default -> reasonAgainst(delivery, facts);
        };
    }

    /** When the recipient wants to hear of it, if that is not now. */
    private static Optional<Instant> notBefore(Delivery delivery, MailMode mode, Contact contact, NewsFacts facts) {
        MailChoices choices = facts.choicesOf(delivery);
        ZoneId zone = ZoneId.of(contact.timeZone());
        Instant now = Instant.now();
        if (mode.isDigest()) {
            Instant due = choices.digestTime().after(delivery.createdAt().plus(MARGIN), mode, zone);
            return Optional.of(due).filter(time -> time.isAfter(now));
        }
        return Optional.ofNullable(choices.quietHours()).flatMap(quiet -> quiet.endAfter(now, zone));
    }

    /** Why it is not told, else null. */
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
        StatusText post = facts.texts().get(NewsFacts.wanted(delivery));
        if (post == null) {
            return withoutText(facts);
        }
        return post.muted() ? new Unwanted("The recipient has muted the thread") : null;
    }

    private static Composition withoutText(NewsFacts facts) {
        return facts.textsAway() == null ? NOTHING_TO_TELL : facts.textsAway();
    }

    private static Piece piece(Delivery delivery, NewsFacts facts) {
        KnownAccount actor = Objects.requireNonNull(facts.actors().get(Objects.requireNonNull(delivery.actorId())));
        return new Piece(
                delivery,
                actor,
                delivery.postId() == null ? null : facts.texts().get(NewsFacts.wanted(delivery)));
    }

    private Composition news(List<Piece> pieces, NewsFacts facts) {
        Delivery lead = pieces.getFirst().delivery();
        Contact contact = Objects.requireNonNull(facts.contacts().get(lead.recipientId()));
        MailMode mode = facts.mode(lead);
        return lead.joins() && mode.isDigest() ? digest(pieces, mode, contact) : ofOneKind(pieces, contact);
    }

    private Composition digest(List<Piece> pieces, MailMode mode, Contact contact) {
        Delivery lead = pieces.getFirst().delivery();
        Set<MailKind> told = pieces.stream()
                .flatMap(piece -> piece.delivery().template().kind().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MailKind.class)));
        String unsubscribe = links.ofDigest(lead.recipientId(), mode, told);
        Letter letter = digests.write(pieces, mode, contact, unsubscribe);
        return ready(lead, contact, letter, "digest", headers.stoppable(null, "digest", unsubscribe));
    }

    private Composition ofOneKind(List<Piece> pieces, Contact contact) {
        Delivery lead = pieces.getFirst().delivery();
        MailKind kind = lead.template().kind().orElseThrow();
        String unsubscribe = links.of(lead.recipientId(), kind);
        Letters.Reader reader = Letters.Reader.of(contact);
        List<NewsItem> told = items.of(pieces, contact);
        Letter letter = pieces.size() == 1
                ? letters.news(lead.template(), reader, told.getFirst(), unsubscribe)
                : letters.several(lead.template(), reader, told, pieces.size(), unsubscribe);
        boolean oneThread = pieces.stream()
                        .map(piece -> piece.delivery().threadId())
                        .distinct()
                        .count()
                == 1;
        return ready(
                lead,
                contact,
                letter,
                lead.template().key(),
                headers.stoppable(oneThread ? lead.threadId() : null, kind.wireName(), unsubscribe));
    }

    /** Unless it has gone again. */
    private Composition released(Delivery delivery, Contact contact, NewsFacts facts) {
        if (!facts.texts().containsKey(NewsFacts.wanted(delivery))) {
            return withoutText(facts);
        }
        String path = "/@%s/%d".formatted(contact.username(), delivery.postId());
        return required(delivery, contact, letters.released(Letters.Reader.of(contact), path));
    }

    /** It stops by itself, and nobody wants to miss it: it cannot be switched off. */
    private Composition required(Delivery delivery, Contact contact, Letter letter) {
        return ready(delivery, contact, letter, delivery.template().key(), headers.required());
    }

    /** Also of somebody whose account is suspended: that may be what they appeal against. */
    private Composition appealed(Delivery delivery, Contact contact, NewsFacts facts) {
        KnownAccount actor = facts.actors().get(Objects.requireNonNull(delivery.actorId()));
        if (actor == null) {
            return NOTHING_TO_TELL;
        }
        String unsubscribe = links.of(delivery.recipientId(), MailKind.APPEAL);
        Letter letter = letters.appealed(Letters.Reader.of(contact), actor, unsubscribe);
        return ready(
                delivery,
                contact,
                letter,
                delivery.template().key(),
                headers.stoppable(null, MailKind.APPEAL.wireName(), unsubscribe));
    }

    private static Composition ready(
            Delivery delivery, Contact contact, Letter letter, String tag, Map<String, String> headers) {
        return new Ready(
                new Mail(delivery.id(), contact.email(), letter.subject(), letter.text(), letter.html(), tag, headers));
    }
}
