package io.microblog.notification.notice;

import io.microblog.event.ModerationEvent;
import io.microblog.event.ModerationEvent.AppealFiled;
import io.microblog.event.ModerationEvent.PostRemovalDecided;
import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of what moderators are to look at. What is old by now is no news to anybody. */
@Component
class ModerationNoticeListener {

    private final ModerationNotifier notifier;

    ModerationNoticeListener(ModerationNotifier notifier) {
        this.notifier = notifier;
    }

    @KafkaListener(topics = ModerationEvent.TOPIC, groupId = "notification-service.moderation")
    void on(Envelope<ModerationEvent> envelope) {
        if (envelope.isFresh()) {
            switch (envelope.event()) {
                case ReportFiled report -> notifier.reported(envelope, report);
                case AppealFiled appeal -> notifier.appealed(envelope, appeal);
                case PostRemovalDecided _ -> {} // its author is told of the strike
            }
        }
    }
}
