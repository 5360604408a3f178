package io.microblog.post.graph;

import io.microblog.event.RelationshipEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the replica of the graph up to date, and with it the homes that depend on it. */
@Component
class RelationshipReplicaListener {

    private final RelationshipReplica relationships;

    RelationshipReplicaListener(RelationshipReplica relationships) {
        this.relationships = relationships;
    }

    @KafkaListener(topics = RelationshipEvent.TOPIC, groupId = "post-service.graph")
    void on(Envelope<RelationshipEvent> envelope) {
        relationships.put(envelope.event().relationship());
    }
}
