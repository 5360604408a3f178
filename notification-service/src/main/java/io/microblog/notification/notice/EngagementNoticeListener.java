package io.microblog.notification.notice;

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

/** Tells authors what people do with their posts. */
@Component
class EngagementNoticeListener {

    private final EngagementNotifier notifier;

    EngagementNoticeListener(EngagementNotifier notifier) {
        this.notifier = notifier;
    }

    @KafkaListener(topics = EngagementEvent.TOPIC, groupId = "notification-service.engagement")
    @Transactional
    void on(Envelope<EngagementEvent> envelope) {
        switch (envelope.event()) {
            case PostFavourited event -> notifier.favourited(envelope, event.engagement(), event.accountId());
            case PostUnfavourited event -> notifier.unfavourited(event.engagement(), event.accountId());
            case PostBoosted event -> notifier.boosted(envelope, event.engagement(), event.accountId());
            case PostUnboosted event -> notifier.unboosted(event.engagement(), event.accountId());
            case PollEnded event -> notifier.pollEnded(envelope, event);
        }
    }
}
