package io.microblog.notification.account;

import io.microblog.event.AccountEvent;
import io.microblog.event.AccountEvent.UserErased;
import io.microblog.kit.event.Envelope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the replica of accounts up to date. What is kept for erased people goes; cut short, the repeated event goes on. */
@Component
class AccountListener {

    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    AccountListener(Accounts accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "notification-service.accounts")
    void on(Envelope<AccountEvent> envelope) {
        accounts.put(envelope.event().account());
        if (envelope.event() instanceof UserErased erased) {
            events.publishEvent(new RecipientErased(erased.account().id()));
        }
    }
}
