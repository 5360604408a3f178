package io.microblog.post.home;

import java.util.List;
import java.util.stream.Stream;

import io.microblog.event.EngagementEvent;
import io.microblog.event.EngagementEvent.PollEnded;
import io.microblog.event.EngagementEvent.PostBoosted;
import io.microblog.event.EngagementEvent.PostFavourited;
import io.microblog.event.EngagementEvent.PostUnboosted;
import io.microblog.event.EngagementEvent.PostUnfavourited;
import io.microblog.kit.event.Envelope;
import io.microblog.post.home.HomeTimeline.Boosting;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries boosts into the homes of followers. */
@Component
class BoostListener {

    private final HomeTimeline home;
    private final HomeBatches batches;
    private final TransactionTemplate transactions;

    BoostListener(HomeTimeline home, HomeBatches batches, TransactionTemplate transactions) {
        this.home = home;
        this.batches = batches;
        this.transactions = transactions;
    }

    /** One transaction and one statement for all boosts that came at once. */
    @KafkaListener(topics = EngagementEvent.TOPIC, groupId = "post-service.boosts", batch = "true")
    void on(List<ConsumerRecord<String, Envelope<EngagementEvent>>> records) {
        batches.handle(records, this::carry);
    }

    /** A boost that was taken back is in no home afterwards, as its row was gone before: the order does not matter. */
    private void carry(List<Envelope<EngagementEvent>> envelopes) {
        List<Boosting> boosts =
                envelopes.stream().flatMap(BoostListener::begun).distinct().toList();
        if (!boosts.isEmpty()) {
            transactions.executeWithoutResult(_ -> home.deliverBoosts(boosts));
        }
        envelopes.stream()
                .map(Envelope::event)
                .filter(PostUnboosted.class::isInstance)
                .map(PostUnboosted.class::cast)
                .forEach(boost ->
                        transactions.executeWithoutResult(_ -> home.withdraw(boost.accountId(), boost.boostId())));
    }

    private static Stream<Boosting> begun(Envelope<EngagementEvent> envelope) {
        return switch (envelope.event()) {
            case PostBoosted boosted -> Stream.of(new Boosting(boosted.boostId(), boosted.accountId()));
            case PostUnboosted _, PostFavourited _, PostUnfavourited _, PollEnded _ -> Stream.empty();
        };
    }
}
