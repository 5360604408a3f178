package io.microblog.post.home;

import java.util.List;
import java.util.stream.Stream;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.kit.event.Envelope;
import io.microblog.post.automatic.PostPrints;
import io.microblog.post.home.HomeTimeline.Arrival;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries posts into the homes of followers. On the way it notes what rules compare later posts with. */
@Component
class FanOutListener {

    private final HomeTimeline home;
    private final HomeBatches batches;
    private final PostPrints prints;
    private final TransactionTemplate transactions;

    FanOutListener(HomeTimeline home, HomeBatches batches, PostPrints prints, TransactionTemplate transactions) {
        this.home = home;
        this.batches = batches;
        this.prints = prints;
        this.transactions = transactions;
    }

    /** One transaction and one statement for all posts that came at once. */
    @KafkaListener(topics = PostEvent.TOPIC, groupId = "post-service.fan-out", concurrency = "3", batch = "true")
    void on(List<ConsumerRecord<String, Envelope<PostEvent>>> records) {
        batches.handle(records, this::carry);
    }

    /** What has been deleted is in no home afterwards, as its row was gone before it was told: the order does not matter. */
    private void carry(List<Envelope<PostEvent>> envelopes) {
        List<PostState> posts =
                envelopes.stream().flatMap(FanOutListener::published).toList();
        if (!posts.isEmpty()) {
            deliver(posts);
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

    /** Nearly always no home has the posts yet. */
    private void deliver(List<PostState> posts) {
        List<Arrival> arrivals = posts.stream()
                .map(post -> new Arrival(post.id(), post.authorId(), post.inReplyToAuthorId()))
                .distinct()
                .toList();
        try {
            write(posts, () -> home.deliver(arrivals));
        } catch (DuplicateKeyException someHaveThem) {
            write(posts, () -> home.deliverMissing(arrivals));
        }
    }

    /** Homes come last, as they lock their authors until the end. */
    private void write(List<PostState> posts, Runnable delivery) {
        transactions.executeWithoutResult(_ -> {
            prints.add(posts);
            delivery.run();
        });
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
