package io.microblog.notification.notice;

import io.microblog.event.AccountEvent;
import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.event.ModerationEvent;
import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.event.SecurityEvent;
import io.microblog.event.SecurityEvent.AccountSanctioned;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of what moderators are to know, and of what they decided. What is old by now is no news to anybody. */
@Component
class ModerationNoticeListener {

    private final ModerationNotifier notifier;

    ModerationNoticeListener(ModerationNotifier notifier) {
        this.notifier = notifier;
    }

    @KafkaListener(topics = ModerationEvent.TOPIC, groupId = "notification-service.moderation")
    void onModeration(Envelope<ModerationEvent> envelope) {
        if (envelope.isFresh()) {
            switch (envelope.event()) {
                case ReportFiled report -> notifier.reported(envelope, report);
            }
        }
    }

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "notification-service.sign-ups")
    void onAccount(Envelope<AccountEvent> envelope) {
        if (envelope.isFresh() && envelope.event() instanceof UserRegistered registered) {
            notifier.signedUp(envelope, registered.account().id());
        }
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = "notification-service.warnings")
    void onSecurity(Envelope<SecurityEvent> envelope) {
        if (envelope.isFresh() && envelope.event() instanceof AccountSanctioned decided) {
            notifier.sanctioned(envelope, decided);
        }
    }
}
