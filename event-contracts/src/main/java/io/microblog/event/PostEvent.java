package io.microblog.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

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

    /**
     * A post changed.
     *
     * @param saysTheSame whether only its quote changed, or who may quote it, which is no news to its readers; null in events
     *     from before that could be
     */
    @JsonTypeName("PostEdited")
    record PostEdited(PostState post, @Nullable Boolean saysTheSame) implements PostEvent {

        /** It says something else. */
        public PostEdited(PostState post) {
            this(post, false);
        }

        /** Whether it says something else. */
        public boolean tellsNews() {
            return !Boolean.TRUE.equals(saysTheSame);
        }

        @Override
        public long postId() {
            return post.id();
        }

        @Override
        public long version() {
            return post.version();
        }
    }

    /**
     * A post is gone; its last version.
     *
     * @param visibility who could see it; null in events from before it was told
     * @param mentions the people whom it named; null likewise
     * @param hashtags those that it had; null likewise
     */
    @JsonTypeName("PostDeleted")
    record PostDeleted(
            @IdString long postId,
            long version,
            @IdString long authorId,
            Instant deletedAt,
            @Nullable Visibility visibility,
            @Nullable List<Named> mentions,
            @Nullable List<String> hashtags)
            implements PostEvent {

        /** Without what those need who tell its readers at once. */
        public PostDeleted(long postId, long version, long authorId, Instant deletedAt) {
            this(postId, version, authorId, deletedAt, null, null, null);
        }

        /** Somebody whom it named. */
        public record Named(@IdString long accountId) {}
    }
}
