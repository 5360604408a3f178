package io.microblog.notification.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.notification.account.Contacts;
import io.microblog.notification.announcement.Addressees;
import io.microblog.notification.announcement.Announcement;
import io.microblog.notification.announcement.AnnouncementChange;
import io.microblog.notification.announcement.AnnouncementChanges;
import io.microblog.notification.announcement.AnnouncementPayloads;
import org.springframework.stereotype.Component;

/**
 * Watches what happens to announcements, whichever instance it happens at, as {@link InboxTail} watches inboxes, and tells
 * those who listen and whom it concerns, each in the language of their account.
 */
@Component
class AnnouncementTail extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);

    /** Of clocks and transactions. What is older, a client that connects first reads itself. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final AnnouncementChanges changes;
    private final AnnouncementPayloads payloads;
    private final Contacts contacts;
    private final Listeners listeners;
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    AnnouncementTail(
            AnnouncementChanges changes, AnnouncementPayloads payloads, Contacts contacts, Listeners listeners) {
        super("announcement-tail", Duration.ofSeconds(5));
        this.changes = changes;
        this.payloads = payloads;
        this.contacts = contacts;
        this.listeners = listeners;
    }

    /** Somebody who listens, and whether something is for them is decided by who they are. */
    private record Hearer(Listener listener, Addressees.Person person) {}

    /** Reactions of one kind that came at once are told once, as many as there are now. */
    private record Subject(long announcementId, String reaction) {}

    @Override
    protected Duration round() {
        long since = IdGenerator.firstOf(Instant.now().minus(LOOK_BACK));
        told.removeIf(id -> id < since);
        List<Listener> present = listeners
                .all()
                .filter(listener -> listener.channels().stream().anyMatch(AnnouncementTail::carries))
                .toList();
        if (present.isEmpty()) {
            return PAUSE;
        }
        List<AnnouncementChange> news = changes.since(since).stream()
                .filter(change -> !told.contains(change.id()))
                .toList();
        if (!news.isEmpty()) {
            tell(news, hearers(present));
            news.forEach(change -> told.add(change.id()));
        }
        return PAUSE;
    }

    private void tell(List<AnnouncementChange> news, List<Hearer> hearers) {
        Map<Subject, Long> newest =
                news.stream().collect(Collectors.toMap(AnnouncementTail::subject, AnnouncementChange::id, Math::max));
        for (AnnouncementChange change : news) {
            switch (change.kind()) {
                case SHOWN -> payloads.published(change.announcementId()).ifPresent(it -> show(change, it, hearers));
                case GONE -> {
                    var message = new Message("announcement.delete", Long.toString(change.announcementId()));
                    tell(change, hearers, _ -> message);
                }
                case REACTION -> {
                    if (newest.getOrDefault(subject(change), 0L) == change.id()) {
                        var message = new Message("announcement.reaction", reaction(change));
                        tell(change, hearers, _ -> message);
                    }
                }
            }
        }
    }

    private void show(AnnouncementChange change, Announcement announcement, List<Hearer> hearers) {
        var byLanguage = new HashMap<String, Message>();
        tell(
                change,
                hearers,
                hearer -> byLanguage.computeIfAbsent(
                        hearer.person().language(),
                        language -> new Message("announcement", payloads.of(announcement, language))));
    }

    private void tell(AnnouncementChange change, List<Hearer> hearers, Function<Hearer, Message> message) {
        Instant time = IdGenerator.timeOf(change.id());
        hearers.stream()
                .filter(hearer -> change.addressees().include(hearer.person()))
                .filter(hearer -> time.isAfter(hearer.listener().since().minus(TOLERANCE)))
                .forEach(hearer -> listeners.tell(hearer.listener(), message.apply(hearer), AnnouncementTail::carries));
    }

    private String reaction(AnnouncementChange change) {
        return payloads.reaction(
                change.announcementId(), Optional.ofNullable(change.reaction()).orElse(""));
    }

    private List<Hearer> hearers(List<Listener> present) {
        Map<Long, String> languages =
                contacts.languagesOf(present.stream().map(Listener::accountId).collect(Collectors.toSet()));
        return present.stream()
                .map(listener -> new Hearer(
                        listener,
                        new Addressees.Person(
                                listener.accountId(),
                                languages.getOrDefault(listener.accountId(), ""),
                                listener.credential().permissions())))
                .toList();
    }

    private static Subject subject(AnnouncementChange change) {
        return new Subject(
                change.announcementId(), Optional.ofNullable(change.reaction()).orElse(""));
    }

    private static boolean carries(Channel channel) {
        return channel.timeline() == Timeline.USER;
    }
}
