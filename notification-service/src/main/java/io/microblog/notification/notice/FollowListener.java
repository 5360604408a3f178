package io.microblog.notification.notice;

import io.microblog.event.RelationshipEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the replica of follows up to date. It has a group of its own, so it may be read again from the beginning. */
@Component
class FollowListener {

    private final FollowReplica follows;

    FollowListener(FollowReplica follows) {
        this.follows = follows;
    }

    @KafkaListener(topics = RelationshipEvent.TOPIC, groupId = "notification-service.follow-replica")
    void on(Envelope<RelationshipEvent> envelope) {
        follows.put(envelope.event().relationship());
    }
}
