package io.microblog.post.trend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent;
import io.microblog.event.Event;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.PolledEvents;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.Comparator.comparingLong;

/** Notes what may become a trend. */
@Component
class TrendListener {

    private final TrendCandidates candidates;
    private final TransactionTemplate transactions;

    TrendListener(TrendCandidates candidates, TransactionTemplate transactions) {
        this.candidates = candidates;
        this.transactions = transactions;
    }

    @KafkaListener(
            topics = {PostEvent.TOPIC, EngagementEvent.TOPIC},
            groupId = "post-service.trends",
            batch = "true",
            properties = {PolledEvents.GATHERED, PolledEvents.GATHERED_FOR})
    void on(List<ConsumerRecord<String, Envelope<Event>>> records) {
        PolledEvents.handleInTransaction(records, transactions, this::note);
    }

    /** Deletions come last: of what is gone nothing is found, and nothing is left. */
    private void note(List<Envelope<Event>> envelopes) {
        Set<Long> tagged = new TreeSet<>();
        Set<Long> edited = new TreeSet<>();
        Set<Long> deleted = new TreeSet<>();
        Map<Long, Engagement> engaged = new TreeMap<>();
        for (Envelope<Event> envelope : envelopes) {
            switch (envelope.event()) {
                case PostCreated created -> {
                    if (!created.post().hashtags().isEmpty()) {
                        tagged.add(created.postId());
                    }
                }
                case PostEdited event -> edited.add(event.postId());
                case PostDeleted event -> deleted.add(event.postId());
                case EngagementEvent event -> {
                    Engagement now = event.engagement();
                    engaged.merge(now.postId(), now, BinaryOperator.maxBy(comparingLong(Engagement::version)));
                }
                default -> throw new IllegalArgumentException("Not of these topics: " + envelope);
            }
        }
        edited.forEach(candidates::change);
        candidates.use(tagged);
        candidates.react(engaged.values());
        deleted.forEach(candidates::forget);
    }
}
