package io.microblog.post.author;

import io.microblog.event.AccountEvent;
import io.microblog.event.AccountEvent.UserErased;
import io.microblog.kit.event.Envelope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the replica of accounts up to date, and has the rest deleted of those who were erased. */
@Component
class AuthorListener {

    private final Authors authors;
    private final ApplicationEventPublisher events;

    AuthorListener(Authors authors, ApplicationEventPublisher events) {
        this.authors = authors;
        this.events = events;
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "post-service.author")
    @Transactional
    void on(Envelope<AccountEvent> envelope) {
        authors.put(envelope.event().account());
        if (envelope.event() instanceof UserErased erased) {
            events.publishEvent(new AuthorErased(erased.account().id()));
        }
    }
}
