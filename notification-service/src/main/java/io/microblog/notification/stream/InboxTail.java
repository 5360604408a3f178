package io.microblog.notification.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.inbox.Merges;
import io.microblog.notification.inbox.NewNotifications;
import io.microblog.notification.inbox.NewNotifications.Arrival;
import org.springframework.stereotype.Component;

/**
 * Watches the inboxes of those who listen, whichever instance puts something in or lets something in that was set apart. Ids grow with time, but a transaction may
 * end later than one with a greater id, and clocks differ; so it always looks back for some seconds, and remembers what it
 * has sent from there.
 */
@Component
class InboxTail extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);

    /** Of the clocks of two instances, and of a transaction. What is older, a client that connects first reads itself. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Message MERGED = new Message("notifications_merged", null);

    private final NewNotifications notifications;
    private final Merges merges;
    private final Listeners listeners;
    private final Set<Long> sent = ConcurrentHashMap.newKeySet();

    InboxTail(NewNotifications notifications, Merges merges, Listeners listeners) {
        super("inbox-tail", Duration.ofSeconds(5));
        this.notifications = notifications;
        this.merges = merges;
        this.listeners = listeners;
    }

    @Override
    protected Duration round() {
        long since = IdGenerator.firstOf(Instant.now().minus(LOOK_BACK));
        sent.removeIf(id -> id < since);
        Map<Long, Instant> people = people();
        Map<Long, List<Arrival>> byPerson = notifications.since(since, people.keySet()).stream()
                .filter(arrival -> !sent.contains(arrival.id()))
                .filter(arrival -> isNews(arrival, people))
                .collect(Collectors.groupingBy(Arrival::recipientId));
        if (!byPerson.isEmpty()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                byPerson.forEach((person, arrivals) -> threads.execute(() -> send(person, arrivals)));
            }
        }
        merges.since(since, people.keySet()).stream()
                .filter(merge -> isNews(merge, people) && sent.add(merge.id()))
                .forEach(merge -> tell(merge.recipientId(), merge.id(), MERGED));
        return PAUSE;
    }

    /** Those who hear of notifications, with the moment when the first of their connections began to. */
    private Map<Long, Instant> people() {
        Map<Long, Instant> people = new HashMap<>();
        listeners
                .all()
                .filter(listener -> listener.credential().notifications())
                .filter(listener -> listener.channels().stream().anyMatch(InboxTail::carriesNotifications))
                .forEach(listener -> people.merge(
                        listener.accountId(), listener.since(), (one, other) -> one.isBefore(other) ? one : other));
        return people;
    }

    /** What cannot be shown now is tried again in the next round, for as long as it looks back. */
    private void send(long person, List<Arrival> arrivals) {
        try {
            List<Long> ids = arrivals.stream().map(Arrival::id).toList();
            Map<Long, String> shown = notifications.show(person, ids);
            sent.addAll(ids);
            shown.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .forEach(entry -> tell(person, entry.getKey(), new Message("notification", entry.getValue())));
        } catch (Unavailable _) {
            // Not sent.
        }
    }

    private void tell(long person, long id, Message message) {
        listeners.of(person).stream()
                .filter(listener -> listener.credential().notifications())
                .filter(listener -> isAfter(id, listener.since()))
                .forEach(listener -> listeners.tell(listener, message, InboxTail::carriesNotifications));
    }

    private static boolean isNews(Arrival arrival, Map<Long, Instant> people) {
        Instant since = people.get(arrival.recipientId());
        return since != null && isAfter(arrival.id(), since);
    }

    private static boolean isAfter(long id, Instant since) {
        return IdGenerator.timeOf(id).isAfter(since.minus(TOLERANCE));
    }

    private static boolean carriesNotifications(Channel channel) {
        return channel.timeline() == Timeline.USER || channel.timeline() == Timeline.NOTIFICATIONS;
    }
}
