package io.microblog.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Changes of posts, written by post-service. */
@EventTopic(value = PostEvent.TOPIC, kind = EventTopic.Kind.STATE)
public sealed interface PostEvent extends Event {

    /** Keyed by post id. */
    String TOPIC = "post.post.v1";

    /** The post. */
    long postId();

    /** The post's version after the change. */
    long version();

    @Override
    default String key() {
        return Long.toString(postId());
    }

    /** A post was published. */
    @JsonTypeName("PostCreated")
    record PostCreated(PostState post) implements PostEvent {
        @Override
        public long postId() {
            return post.id();
        }

        @Override
        public long version() {
            return post.version();
        }
    }

    /** A post's content changed. */
    @JsonTypeName("PostEdited")
    record PostEdited(PostState post) implements PostEvent {
        @Override
        public long postId() {
            return post.id();
        }

        @Override
        public long version() {
            return post.version();
        }
    }

    /** A post is gone; its last version. */
    @JsonTypeName("PostDeleted")
    record PostDeleted(
            @IdString long postId, long version, @IdString long authorId, Instant deletedAt) implements PostEvent {}
}
