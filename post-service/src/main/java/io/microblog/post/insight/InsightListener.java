package io.microblog.post.insight;

import java.time.Instant;
import java.util.Objects;

import io.microblog.event.EngagementEvent;
import io.microblog.event.Event;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.ReachEvent;
import io.microblog.event.ReachEvent.PostReached;
import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipState;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the numbers that authors learn. All of them come by events, so they can be made anew. */
@Component
class InsightListener {

    private final PostInsights posts;
    private final FollowerInsights followers;

    InsightListener(PostInsights posts, FollowerInsights followers) {
        this.posts = posts;
        this.followers = followers;
    }

    @KafkaListener(
            topics = {PostEvent.TOPIC, EngagementEvent.TOPIC, ReachEvent.TOPIC, RelationshipEvent.TOPIC},
            groupId = "post-service.insights")
    @Transactional
    void on(Envelope<Event> envelope) {
        switch (envelope.event()) {
            case PostEvent post -> on(post);
            case EngagementEvent engaged -> posts.engaged(engaged.engagement(), envelope.time());
            case PostReached reached -> posts.reached(reached, envelope.time());
            case RelationshipEvent related -> told(related.relationship(), envelope.time());
            default -> throw new IllegalArgumentException("Not of these topics: " + envelope);
        }
    }

    private void on(PostEvent event) {
        switch (event) {
            case PostCreated created -> told(created.post());
            case PostEdited edited -> {
                told(edited.post());
                posts.relabel(edited.postId());
            }
            case PostDeleted deleted -> posts.forget(deleted.postId(), deleted.authorId());
        }
    }

    private void told(PostState post) {
        posts.begin(post.id());
        if (post.inReplyToId() != null) {
            posts.answered(post.inReplyToId(), post.id());
        }
    }

    private void told(RelationshipState state, Instant time) {
        followers.put(state, state.following() ? Objects.requireNonNullElse(state.followedAt(), time) : time);
    }
}
