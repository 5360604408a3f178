package io.microblog.notification.mail;

import io.microblog.event.SecurityEvent;
import io.microblog.event.SecurityEvent.EmailConfirmationRequested;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the mails that sign-up and sign-in need. */
@Component
class SecurityListener {

    private final MailRequests mails;

    SecurityListener(MailRequests mails) {
        this.mails = mails;
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = "notification-service.security")
    @Transactional
    void on(Envelope<SecurityEvent> envelope) {
        if (envelope.isFresh() && envelope.event() instanceof EmailConfirmationRequested requested) {
            mails.request(envelope.id(), requested.accountId(), Template.CONFIRMATION, null, null);
        }
    }
}
