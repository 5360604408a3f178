package io.microblog.search.document;

import io.microblog.event.EngagementEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Every engagement event carries the present numbers, so the type does not matter. */
@Component
class EngagementIndexing {

    private final EngagementDocuments documents;

    EngagementIndexing(EngagementDocuments documents) {
        this.documents = documents;
    }

    @KafkaListener(topics = EngagementEvent.TOPIC, groupId = "search-service.engagement")
    void on(Envelope<EngagementEvent> envelope) {
        documents.save(envelope.event().engagement());
    }
}
