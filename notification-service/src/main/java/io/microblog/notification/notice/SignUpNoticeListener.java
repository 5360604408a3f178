package io.microblog.notification.notice;

import io.microblog.event.AccountEvent;
import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of who has signed up. What is old by now is no news to anybody. */
@Component
class SignUpNoticeListener {

    private final ModerationNotifier notifier;

    SignUpNoticeListener(ModerationNotifier notifier) {
        this.notifier = notifier;
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "notification-service.sign-ups")
    void on(Envelope<AccountEvent> envelope) {
        if (envelope.isFresh() && envelope.event() instanceof UserRegistered registered) {
            notifier.signedUp(envelope, registered.account().id());
        }
    }
}
