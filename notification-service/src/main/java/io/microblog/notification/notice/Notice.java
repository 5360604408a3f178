package io.microblog.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.kind.NotificationType;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;

/**
 * What an event has to say, to one person or to many. Recipient, type and subject are its key: nobody gets the same one
 * twice.
 *
 * @param cause the event
 * @param type its kind
 * @param subject what it is about: a post's id, or one follow
 * @param from who did it
 * @param post the post it is about, null for a follow
 * @param mail which mail tells of it, null for none
 * @param ownPosts what is shown to each recipient instead of the post, where that is a post of their own
 * @param objectId the report or the warning it is about, null for what is about posts and people
 */
record Notice(
        Envelope<?> cause,
        NotificationType type,
        String subject,
        long from,
        @Nullable Post post,
        @Nullable Template mail,
        Map<Long, Long> ownPosts,
        @Nullable Long objectId) {

    /** About a report or a warning. */
    static Notice about(long object, Envelope<?> cause, NotificationType type, String subject, long from) {
        return new Notice(cause, type, subject, from, null, null, Map.of(), object);
    }

    /** About the same post for all. */
    Notice(
            Envelope<?> cause,
            NotificationType type,
            String subject,
            long from,
            @Nullable Post post,
            @Nullable Template mail) {
        this(cause, type, subject, from, post, mail, Map.of(), null);
    }

    /** As long as the API's clients take an account for a new one. */
    private static final Duration NEW = Duration.ofDays(30);

    /**
     * The post that a notice is about.
     *
     * @param threadId the post that began its thread, null when it is unknown
     * @param forFollowers whether those who are told see it as followers alone
     * @param direct whether it is for those whom it names and nobody else
     */
    record Post(long id, @Nullable Long threadId, boolean forFollowers, boolean direct) {

        /** As somebody sees it who is not named in it. */
        static Post unnamed(PostState state) {
            return new Post(state.id(), state.threadId(), state.visibility() == Visibility.PRIVATE, false);
        }

        /** As somebody sees it who is named in it. */
        static Post named(PostState state) {
            return new Post(state.id(), state.threadId(), false, state.visibility() == Visibility.DIRECT);
        }
    }

    @Nullable
    Long postId() {
        return post == null ? null : post.id();
    }

    @Nullable
    Long threadId() {
        return post == null ? null : post.threadId();
    }

    boolean isForFollowers() {
        return post != null && post.forFollowers();
    }

    /** Somebody turned to people in private, not in answer to them. */
    boolean isPrivateMention() {
        return post != null && post.direct() && mail != Template.REPLY;
    }

    /** Whoever did it signed up lately. */
    boolean isFromNewAccount() {
        return IdGenerator.timeOf(from).isAfter(Instant.now().minus(NEW));
    }
}
