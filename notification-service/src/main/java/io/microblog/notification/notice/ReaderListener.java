package io.microblog.notification.notice;

import java.util.Map;

import io.microblog.event.ReaderEvent;
import io.microblog.event.ThreadMute;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.Upsert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the replica of muted threads up to date. */
@Component
class ReaderListener {

    private static final Upsert VERSIONED = Upsert.versioned("thread_mute", "account_id", "thread_id");

    private final JdbcClient jdbc;

    ReaderListener(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @KafkaListener(topics = ReaderEvent.TOPIC, groupId = "notification-service.thread-mutes")
    void on(Envelope<ReaderEvent> envelope) {
        ThreadMute mute = envelope.event().mute();
        VERSIONED.apply(
                jdbc,
                Map.of(
                        "account_id", mute.accountId(),
                        "thread_id", mute.threadId(),
                        "version", mute.version(),
                        "muted", mute.muted()));
    }
}
