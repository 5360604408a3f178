package io.microblog.notification.inbox;

import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of new followers. Who stops following does so quietly. */
@Component
class RelationshipListener {

    private final Notifier notifier;

    RelationshipListener(Notifier notifier) {
        this.notifier = notifier;
    }

    @KafkaListener(topics = RelationshipEvent.TOPIC, groupId = "notification-service.follows")
    @Transactional
    void on(Envelope<RelationshipEvent> envelope) {
        if (envelope.event() instanceof UserFollowed followed) {
            notifier.followed(envelope, followed.relationship());
        }
    }
}
