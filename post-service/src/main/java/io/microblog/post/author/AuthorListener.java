package io.microblog.post.author;

import io.microblog.event.AccountEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the replica of accounts up to date. */
@Component
class AuthorListener {

    private final Authors authors;

    AuthorListener(Authors authors) {
        this.authors = authors;
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "post-service.author")
    @Transactional
    void on(Envelope<AccountEvent> envelope) {
        authors.put(envelope.event().account());
    }
}
