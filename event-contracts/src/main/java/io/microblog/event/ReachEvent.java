package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** How far posts get, written by post-service for itself. Never says whom they reach. */
@EventTopic(value = ReachEvent.TOPIC, kind = EventTopic.Kind.STATE)
public sealed interface ReachEvent extends Event {

    /** Keyed by post id. */
    String TOPIC = "post.reach.v1";

    /** The post. */
    long postId();

    @Override
    default String key() {
        return Long.toString(postId());
    }

    /**
     * A post got further.
     *
     * @param postId the post, never a boost of it
     * @param authorId who wrote it
     * @param version grows with each change of these numbers and never restarts
     * @param homes how many homes it was carried into, by itself or by the first boost
     * @param opens how often somebody else opened it
     */
    @JsonTypeName("PostReached")
    record PostReached(@IdString long postId, @IdString long authorId, long version, long homes, long opens)
            implements ReachEvent {}
}
