package io.microblog.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What people do with posts of others, written by post-service. */
@EventTopic(value = EngagementEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface EngagementEvent extends Event {

    /** Keyed by post id. */
    String TOPIC = "post.engagement.v1";

    /** The post with its present numbers. */
    Engagement engagement();

    @Override
    default String key() {
        return Long.toString(engagement().postId());
    }

    /** Somebody marked a post as a favourite. */
    @JsonTypeName("PostFavourited")
    record PostFavourited(Engagement engagement, @IdString long accountId) implements EngagementEvent {}

    /** Somebody took the mark away. */
    @JsonTypeName("PostUnfavourited")
    record PostUnfavourited(Engagement engagement, @IdString long accountId) implements EngagementEvent {}

    /** Somebody boosted a post. The boost has an id of its own in timelines. */
    @JsonTypeName("PostBoosted")
    record PostBoosted(
            Engagement engagement,
            @IdString long accountId,
            @IdString long boostId,
            Visibility visibility) implements EngagementEvent {}

    /** Somebody took a boost back. */
    @JsonTypeName("PostUnboosted")
    record PostUnboosted(
            Engagement engagement,
            @IdString long accountId,
            @IdString long boostId) implements EngagementEvent {}

    /** The time of a poll is over. Many voters are told of in several events, each with other voters. */
    @JsonTypeName("PollEnded")
    record PollEnded(Engagement engagement, @IdString long pollId, List<Voter> voters) implements EngagementEvent {

        /** Somebody who voted. */
        public record Voter(@IdString long accountId) {}
    }
}
