package io.microblog.notification.push;

import io.microblog.event.AccountEvent;
import io.microblog.event.Event;
import io.microblog.event.SecurityEvent;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Ends subscriptions with the access token, session or account that they belong to. */
@Component
class PushEndListener {

    private final PushSubscriptions subscriptions;

    PushEndListener(PushSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @KafkaListener(
            topics = {SecurityEvent.TOPIC, AccountEvent.TOPIC},
            groupId = "notification-service.push-ends")
    void on(Envelope<Event> envelope) {
        if (envelope.event() instanceof SessionsRevoked revoked && revoked.accountId() != null) {
            subscriptions.end(revoked.accountId(), revoked.sid(), revoked.revokedAt());
        } else if (envelope.event() instanceof AccountEvent event
                && event.account().suspended()) {
            subscriptions.end(event.account().id(), null, envelope.time());
        }
    }
}
