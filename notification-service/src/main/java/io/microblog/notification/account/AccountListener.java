package io.microblog.notification.account;

import io.microblog.event.AccountEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the replica of accounts up to date. */
@Component
class AccountListener {

    private final Accounts accounts;

    AccountListener(Accounts accounts) {
        this.accounts = accounts;
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "notification-service.accounts")
    void on(Envelope<AccountEvent> envelope) {
        accounts.put(envelope.event().account());
    }
}
