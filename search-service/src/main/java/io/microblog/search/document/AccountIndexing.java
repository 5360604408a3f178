package io.microblog.search.document;

import io.microblog.event.AccountEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Every account event carries the whole state, so the type does not matter. */
@Component
class AccountIndexing {

    private final AccountDocuments documents;

    AccountIndexing(AccountDocuments documents) {
        this.documents = documents;
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "search-service.accounts")
    void on(Envelope<AccountEvent> envelope) {
        documents.save(envelope.event().account());
    }
}
