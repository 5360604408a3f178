package io.microblog.notification.notice;

import io.microblog.event.SecurityEvent;
import io.microblog.event.SecurityEvent.AccountSanctioned;
import io.microblog.event.SecurityEvent.AppealDecided;
import io.microblog.event.SecurityEvent.LetterDue;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of what moderators decided about accounts. What is old by now is no news to anybody. */
@Component
class WarningNoticeListener {

    private final ModerationNotifier notifier;

    WarningNoticeListener(ModerationNotifier notifier) {
        this.notifier = notifier;
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = "notification-service.warnings")
    void on(Envelope<SecurityEvent> envelope) {
        if (envelope.isFresh()) {
            switch (envelope.event()) {
                case AccountSanctioned sanctioned -> notifier.decided(envelope, sanctioned.accountId());
                case AppealDecided appeal -> notifier.decided(envelope, appeal.accountId());
                case LetterDue _, SessionsRevoked _ -> {}
            }
        }
    }
}
