package io.microblog.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

import io.microblog.event.PostState;
import io.microblog.event.PostState.Mention;
import io.microblog.event.RelationshipState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people who follows them or asks to, and which posts name or answer them; nobody of their own acts. */
@Component
class Notifier {

    private static final Duration FRESH = Duration.ofHours(24);

    private final Notices notices;
    private final NotificationRepository notifications;

    Notifier(Notices notices, NotificationRepository notifications) {
        this.notices = notices;
        this.notifications = notifications;
    }

    /** A follow began. An event that only changes its options carries the old beginning, and so the old key. */
    void followed(Envelope<?> cause, RelationshipState state) {
        if (state.following()) {
            approached(cause, state, state.followedAt(), NotificationType.FOLLOW, Template.FOLLOW);
        }
    }

    /** Somebody asks to follow. */
    void requested(Envelope<?> cause, RelationshipState state) {
        approached(cause, state, state.requestedAt(), NotificationType.FOLLOW_REQUEST, Template.FOLLOW_REQUEST);
    }

    private void approached(
            Envelope<?> cause, RelationshipState state, @Nullable Instant since, NotificationType type, Template mail) {
        boolean isNew = since != null && since.isAfter(Instant.now().minus(FRESH));
        if (isNew && state.fromId() != state.toId()) {
            String subject = state.fromId() + ":" + state.toId() + ":" + since;
            notices.tell(new Notice(cause, state.toId(), type, subject, state.fromId(), null, mail));
        }
    }

    /**
     * A post names people or answers somebody. After an edit only those are told who were not told before, and whom it no
     * longer names is told so no longer.
     */
    void posted(Envelope<?> cause, PostState post) {
        Set<Long> concerned = concerned(post);
        notifications.withdrawMentions(post.id(), concerned);
        concerned.forEach(recipient -> named(cause, recipient, post));
    }

    private void named(Envelope<?> cause, long recipient, PostState post) {
        Long answered = post.inReplyToAuthorId();
        boolean isAnswer = answered != null && answered == recipient;
        Template mail = isAnswer ? Template.REPLY : Template.MENTION;
        String subject = Long.toString(post.id());
        notices.tell(new Notice(cause, recipient, NotificationType.MENTION, subject, post.authorId(), post.id(), mail));
    }

    private static Set<Long> concerned(PostState post) {
        var people = new LinkedHashSet<Long>();
        post.mentions().stream().map(Mention::accountId).forEach(people::add);
        // A direct post is seen by those it names and by nobody else, not even by the author it answers.
        if (post.inReplyToAuthorId() != null && post.visibility() != Visibility.DIRECT) {
            people.add(post.inReplyToAuthorId());
        }
        people.remove(post.authorId());
        return people;
    }
}
