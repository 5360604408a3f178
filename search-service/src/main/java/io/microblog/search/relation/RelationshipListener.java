package io.microblog.search.relation;

import io.microblog.event.RelationshipEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Every relationship event carries the whole pair, so the type does not matter. */
@Component
class RelationshipListener {

    private final Relationships relationships;

    RelationshipListener(Relationships relationships) {
        this.relationships = relationships;
    }

    @KafkaListener(topics = RelationshipEvent.TOPIC, groupId = "search-service.relationships")
    void on(Envelope<RelationshipEvent> envelope) {
        relationships.save(envelope.event().relationship());
    }
}
