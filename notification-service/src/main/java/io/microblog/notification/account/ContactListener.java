package io.microblog.notification.account;

import io.microblog.event.ContactEvent;
import io.microblog.event.ContactEvent.ContactChanged;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the replica of contacts up to date. */
@Component
class ContactListener {

    private final Contacts contacts;

    ContactListener(Contacts contacts) {
        this.contacts = contacts;
    }

    @KafkaListener(topics = ContactEvent.TOPIC, groupId = "notification-service.contacts")
    void on(Envelope<ContactEvent> envelope) {
        switch (envelope.event()) {
            case ContactChanged changed -> contacts.put(changed);
        }
    }
}
