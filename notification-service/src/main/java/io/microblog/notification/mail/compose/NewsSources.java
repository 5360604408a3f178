package io.microblog.notification.mail.compose;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.internal.Contact;
import io.microblog.internal.ContactApi;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StatusText;
import io.microblog.internal.TextRead;
import io.microblog.internal.TextWanted;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.account.Accounts;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.announcement.Announcement;
import io.microblog.notification.announcement.AnnouncementPayloads;
import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.compose.Composition.Postponed;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.MailPreferences;
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

    NewsSources(
            ContactApi contacts,
            Accounts accounts,
            MailPreferences preferences,
            StatusApi posts,
            AnnouncementPayloads announcements) {
        this.announcements = announcements;
        this.contacts = contacts;
        this.accounts = accounts;
        this.preferences = preferences;
        this.posts = posts;
    }

    /**
     * @param deliveries at most {@link io.microblog.internal.InternalCalls#MAX_IDS}
     * @throws Unavailable when user-service does not answer
     */
    NewsFacts of(Collection<Delivery> deliveries) {
        Set<Long> recipients = deliveries.stream().map(Delivery::recipientId).collect(Collectors.toSet());
        Map<Long, Contact> known = contacts.contacts(List.copyOf(recipients)).stream()
                .collect(Collectors.toMap(Contact::accountId, Function.identity()));
        Map<Long, KnownAccount> actors = accounts.find(deliveries.stream()
                .map(Delivery::actorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, Set<MailKind>> stopped = preferences.stopped(recipients);
        try {
            return new NewsFacts(known, stopped, actors, texts(deliveries), null);
        } catch (Unavailable | RestClientException away) {
            LOG.info("Mails wait for post-service: {}", away.getMessage());
            return new NewsFacts(known, stopped, actors, Map.of(), new Postponed("post-service does not answer", true));
        }
    }

    /**
     * @param deliveries at most {@link io.microblog.internal.InternalCalls#MAX_IDS}
     * @throws Unavailable when user-service does not answer
     */
    AnnouncementFacts ofAnnouncements(Collection<Delivery> deliveries) {
        Set<Long> recipients = deliveries.stream().map(Delivery::recipientId).collect(Collectors.toSet());
        Map<Long, Contact> known = contacts.contacts(List.copyOf(recipients)).stream()
                .collect(Collectors.toMap(Contact::accountId, Function.identity()));
        Map<Long, Announcement> published = deliveries.stream()
                .map(Delivery::announcementId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> announcements.published(id).stream())
                .collect(Collectors.toMap(Announcement::id, Function.identity()));
        return new AnnouncementFacts(known, preferences.stopped(recipients), published, new HashMap<>());
    }

    private Map<TextWanted, StatusText> texts(Collection<Delivery> deliveries) {
        List<TextWanted> wanted = deliveries.stream()
                .filter(delivery -> delivery.postId() != null)
                .map(NewsFacts::wanted)
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return posts.texts(wanted).stream()
                .collect(Collectors.toMap(read -> new TextWanted(read.text().id(), read.readerId()), TextRead::text));
    }
}
