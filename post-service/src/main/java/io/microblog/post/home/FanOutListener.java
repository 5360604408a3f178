package io.microblog.post.home;

import java.util.List;
import java.util.stream.Stream;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.PolledEvents;
import io.microblog.post.home.HomeTimeline.Arrival;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries posts into the homes of followers. */
@Component
class FanOutListener {

    private final HomeTimeline home;
    private final HomeTrimming trimming;
    private final TransactionTemplate transactions;

    FanOutListener(HomeTimeline home, HomeTrimming trimming, TransactionTemplate transactions) {
        this.home = home;
        this.trimming = trimming;
        this.transactions = transactions;
    }

    /** What came at once goes out at once: one transaction and one statement for all its posts. */
    @KafkaListener(topics = PostEvent.TOPIC, groupId = "post-service.fan-out", concurrency = "3", batch = "true")
    void on(List<ConsumerRecord<String, Envelope<PostEvent>>> records) {
        PolledEvents.handle(records, this::carry, envelope -> carry(List.of(envelope)));
    }

    /** What has been deleted is in no home afterwards, as its row was gone before it was told: the order does not matter. */
    private void carry(List<Envelope<PostEvent>> envelopes) {
        List<Arrival> arrivals = envelopes.stream()
                .flatMap(FanOutListener::published)
                .map(post -> new Arrival(post.id(), post.authorId(), post.inReplyToAuthorId()))
                .distinct()
                .toList();
        if (!arrivals.isEmpty()) {
            deliver(arrivals);
        }
        envelopes.stream()
                .map(Envelope::event)
                .filter(PostDeleted.class::isInstance)
                .map(PostDeleted.class::cast)
                .forEach(post -> transactions.executeWithoutResult(_ -> {
                    home.withdraw(post.authorId(), post.postId());
                    home.withdrawBoosts(post.postId());
                }));
    }

    /** Nearly always no home has the posts yet. Homes are cut once the posts can be seen there. */
    private void deliver(List<Arrival> arrivals) {
        try {
            transactions.executeWithoutResult(_ -> home.deliver(arrivals));
        } catch (DuplicateKeyException someHaveThem) {
            transactions.executeWithoutResult(_ -> home.deliverMissing(arrivals));
        }
        arrivals.forEach(
                post -> transactions.executeWithoutResult(_ -> trimming.trimSome(post.authorId(), post.postId())));
    }

    /** Compaction may have left nothing of a post but that it was edited. */
    private static Stream<PostState> published(Envelope<PostEvent> envelope) {
        return switch (envelope.event()) {
            case PostCreated created -> Stream.of(created.post());
            case PostEdited edited -> Stream.of(edited.post());
            case PostDeleted _ -> Stream.empty();
        };
    }
}
