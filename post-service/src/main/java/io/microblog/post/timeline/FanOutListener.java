package io.microblog.post.timeline;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries posts into the homes of followers. */
@Component
class FanOutListener {

    private final HomeTimeline home;

    FanOutListener(HomeTimeline home) {
        this.home = home;
    }

    /** Each record is a transaction: several threads share the wait for commits. */
    @KafkaListener(topics = PostEvent.TOPIC, groupId = "post-service.fan-out", concurrency = "3")
    @Transactional
    void on(Envelope<PostEvent> envelope) {
        switch (envelope.event()) {
            case PostCreated created -> deliver(created.post());
            // Compaction may have left nothing else of the post.
            case PostEdited edited -> deliver(edited.post());
            case PostDeleted deleted -> {
                home.withdraw(deleted.authorId(), deleted.postId());
                home.withdrawBoosts(deleted.postId());
            }
        }
    }

    private void deliver(PostState post) {
        home.deliver(post.authorId(), post.inReplyToAuthorId(), post.id());
    }
}
