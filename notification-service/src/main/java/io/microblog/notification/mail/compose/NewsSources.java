package io.microblog.notification.mail.compose;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.internal.Contact;
import io.microblog.internal.ContactApi;
import io.microblog.internal.InternalCalls;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StatusText;
import io.microblog.internal.TextWanted;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.account.Accounts;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.announcement.Announcement;
import io.microblog.notification.announcement.AnnouncementPayloads;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.budget.BudgetLevel;
import io.microblog.notification.mail.budget.MailBudget;
import io.microblog.notification.mail.compose.Composition.Postponed;
import io.microblog.notification.preference.MailChoices;
import io.microblog.notification.preference.MailPreferences;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Asks what mails have to know, by one question to each source for all mails of a batch. */
@Component
class NewsSources {

    private static final Logger LOG = LoggerFactory.getLogger(NewsSources.class);

    private final ContactApi contacts;
    private final Accounts accounts;
    private final MailPreferences preferences;
    private final StatusApi posts;
    private final AnnouncementPayloads announcements;
    private final UnreadNews news;
    private final MailBudget budget;

    NewsSources(
            ContactApi contacts,
            Accounts accounts,
            MailPreferences preferences,
            StatusApi posts,
            AnnouncementPayloads announcements,
            UnreadNews news,
            MailBudget budget) {
        this.budget = budget;
        this.news = news;
        this.announcements = announcements;
        this.contacts = contacts;
        this.accounts = accounts;
        this.preferences = preferences;
        this.posts = posts;
    }

    /** @throws Unavailable when user-service does not answer */
    NewsFacts of(Collection<Delivery> deliveries) {
        Set<Long> recipients = deliveries.stream().map(Delivery::recipientId).collect(Collectors.toSet());
        Map<Long, Contact> known = contacts(recipients);
        Map<Long, KnownAccount> actors = new HashMap<>();
        inParts(
                List.copyOf(distinct(deliveries, Delivery::actorId)),
                InternalCalls.MAX_IDS,
                part -> actors.putAll(accounts.find(Set.copyOf(part))));
        Map<Long, MailChoices> choices = preferences.of(recipients);
        boolean saving = budget.level() != BudgetLevel.AMPLE;
        Set<Long> unread = news.among(distinct(deliveries, Delivery::notificationId));
        try {
            return new NewsFacts(known, choices, saving, unread, actors, texts(deliveries), null);
        } catch (Unavailable | RestClientException away) {
            LOG.info("Mails wait for post-service: {}", away.getMessage());
            var wait = new Postponed("post-service does not answer", true);
            return new NewsFacts(known, choices, saving, unread, actors, Map.of(), wait);
        }
    }

    /** @throws Unavailable when user-service does not answer */
    AnnouncementFacts ofAnnouncements(Collection<Delivery> deliveries) {
        Set<Long> recipients = deliveries.stream().map(Delivery::recipientId).collect(Collectors.toSet());
        Map<Long, Contact> known = contacts(recipients);
        Map<Long, Announcement> published = deliveries.stream()
                .map(Delivery::announcementId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> announcements.published(id).stream())
                .collect(Collectors.toMap(Announcement::id, Function.identity()));
        return new AnnouncementFacts(known, preferences.of(recipients), published, new HashMap<>());
    }

    private Map<Long, Contact> contacts(Collection<Long> recipients) {
        Map<Long, Contact> known = new HashMap<>();
        inParts(
                List.copyOf(recipients),
                ContactApi.MAX_IDS,
                part -> contacts.contacts(part).forEach(contact -> known.put(contact.accountId(), contact)));
        return known;
    }

    private Map<TextWanted, StatusText> texts(Collection<Delivery> deliveries) {
        List<TextWanted> wanted = deliveries.stream()
                .filter(delivery -> delivery.postId() != null)
                .map(NewsFacts::wanted)
                .distinct()
                .toList();
        var texts = new HashMap<TextWanted, StatusText>();
        inParts(
                wanted,
                InternalCalls.MAX_IDS,
                part -> posts.texts(part)
                        .forEach(read -> texts.put(new TextWanted(read.text().id(), read.readerId()), read.text())));
        return texts;
    }

    private static Set<Long> distinct(Collection<Delivery> deliveries, Function<Delivery, @Nullable Long> id) {
        var found = new HashSet<Long>();
        for (Delivery delivery : deliveries) {
            Long one = id.apply(delivery);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private static <T> void inParts(List<T> all, int most, Consumer<List<T>> ask) {
        for (int from = 0; from < all.size(); from += most) {
            ask.accept(List.copyOf(all.subList(from, Math.min(from + most, all.size()))));
        }
    }
}
