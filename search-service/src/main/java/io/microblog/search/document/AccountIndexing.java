package io.microblog.search.document;

import io.microblog.event.AccountEvent;
import io.microblog.event.AccountEvent.UserErased;
import io.microblog.kit.event.Envelope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Every account event carries the whole state, so the type does not matter to documents. */
@Component
class AccountIndexing {

    private final AccountDocuments documents;
    private final ApplicationEventPublisher events;

    AccountIndexing(AccountDocuments documents, ApplicationEventPublisher events) {
        this.documents = documents;
        this.events = events;
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "search-service.accounts")
    void on(Envelope<AccountEvent> envelope) {
        documents.save(envelope.event().account());
        if (envelope.event() instanceof UserErased erased) {
            events.publishEvent(new SearcherErased(erased.account().id()));
        }
    }
}
