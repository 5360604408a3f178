package io.microblog.post.home;

import io.microblog.event.EngagementEvent;
import io.microblog.event.EngagementEvent.PollEnded;
import io.microblog.event.EngagementEvent.PostBoosted;
import io.microblog.event.EngagementEvent.PostFavourited;
import io.microblog.event.EngagementEvent.PostUnboosted;
import io.microblog.event.EngagementEvent.PostUnfavourited;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries boosts into the homes of followers. */
@Component
class BoostListener {

    private final HomeTimeline home;

    BoostListener(HomeTimeline home) {
        this.home = home;
    }

    @KafkaListener(topics = EngagementEvent.TOPIC, groupId = "post-service.boosts")
    @Transactional
    void on(Envelope<EngagementEvent> envelope) {
        switch (envelope.event()) {
            case PostBoosted boosted -> home.deliverBoost(boosted.accountId(), boosted.boostId());
            case PostUnboosted unboosted -> home.withdraw(unboosted.accountId(), unboosted.boostId());
            case PostFavourited _, PostUnfavourited _, PollEnded _ -> {}
        }
    }
}
