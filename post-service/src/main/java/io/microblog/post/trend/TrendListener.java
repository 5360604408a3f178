package io.microblog.post.trend;

import io.microblog.event.EngagementEvent;
import io.microblog.event.Event;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what may become a trend. */
@Component
class TrendListener {

    private final TrendCandidates candidates;

    TrendListener(TrendCandidates candidates) {
        this.candidates = candidates;
    }

    @KafkaListener(
            topics = {PostEvent.TOPIC, EngagementEvent.TOPIC},
            groupId = "post-service.trends")
    @Transactional
    void on(Envelope<Event> envelope) {
        switch (envelope.event()) {
            case PostEvent post -> on(post);
            case EngagementEvent engaged -> candidates.react(engaged.engagement());
            default -> throw new IllegalArgumentException("Not of these topics: " + envelope);
        }
    }

    private void on(PostEvent event) {
        switch (event) {
            case PostCreated created -> {
                if (!created.post().hashtags().isEmpty()) {
                    candidates.use(created.postId());
                }
            }
            case PostEdited edited -> candidates.change(edited.postId());
            case PostDeleted deleted -> candidates.forget(deleted.postId());
        }
    }
}
