package io.microblog.notification.mail;

import io.microblog.event.ScheduleEvent;
import io.microblog.event.ScheduleEvent.HeldPostReleased;
import io.microblog.event.ScheduleEvent.ScheduledPostReturned;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the mails about posts that waited, published now or given back: their authors may be far from any screen. */
@Component
class ScheduleListener {

    private final MailRequests mails;

    ScheduleListener(MailRequests mails) {
        this.mails = mails;
    }

    @KafkaListener(topics = ScheduleEvent.TOPIC, groupId = "notification-service.schedules")
    @Transactional
    void on(Envelope<ScheduleEvent> envelope) {
        if (!envelope.isFresh()) {
            return;
        }
        switch (envelope.event()) {
            case ScheduledPostReturned returned ->
                mails.request(envelope.id(), returned.accountId(), Template.RETURNED_POST);
            case HeldPostReleased released ->
                mails.request(envelope.id(), released.accountId(), Template.RELEASED_POST, released.postId());
        }
    }
}
