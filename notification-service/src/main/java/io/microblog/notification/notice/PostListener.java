package io.microblog.notification.inbox;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of posts that concern them, until the post is gone. */
@Component
class PostListener {

    private final Notifier notifier;
    private final NotificationRepository notifications;
    private final PostTombstones tombstones;

    PostListener(Notifier notifier, NotificationRepository notifications, PostTombstones tombstones) {
        this.notifier = notifier;
        this.notifications = notifications;
        this.tombstones = tombstones;
    }

    @KafkaListener(topics = PostEvent.TOPIC, groupId = "notification-service.posts")
    @Transactional
    void on(Envelope<PostEvent> envelope) {
        switch (envelope.event()) {
            case PostCreated created -> notifier.posted(envelope, created.post());
            case PostEdited edited -> notifier.posted(envelope, edited.post());
            case PostDeleted deleted -> {
                tombstones.add(deleted.postId());
                notifications.removeOfPost(deleted.postId());
            }
        }
    }
}
