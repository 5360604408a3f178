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
import io.microblog.notification.mail.MailRequests;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides who is told of an event, once: in the application, and by a mail that is asked for in the same transaction.
 * Nobody is told of their own acts or of events older than a day.
 */
@Component
class Notifier {

    private static final Duration FRESH = Duration.ofHours(24);

    private final Inbox inbox;
    private final NotificationRepository notifications;
    private final MailRequests mails;

    Notifier(Inbox inbox, NotificationRepository notifications, MailRequests mails) {
        this.inbox = inbox;
        this.notifications = notifications;
        this.mails = mails;
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
        if (!isNew || state.fromId() == state.toId() || !cause.isFresh()) {
            return;
        }
        String subject = state.fromId() + ":" + state.toId() + ":" + since;
        if (inbox.tell(cause, state.toId(), type, subject, state.fromId(), null)) {
            mails.request(cause.id(), state.toId(), mail, state.fromId(), null);
        }
    }

    /**
     * A post names people or answers somebody. After an edit only those are told who were not told before, and whom it no
     * longer names is told so no longer.
     */
    void posted(Envelope<?> cause, PostState post) {
        Set<Long> concerned = concerned(post);
        notifications.withdrawMentions(post.id(), concerned);
        if (cause.isFresh()) {
            concerned.forEach(recipient -> named(cause, recipient, post));
        }
    }

    private void named(Envelope<?> cause, long recipient, PostState post) {
        String subject = Long.toString(post.id());
        if (inbox.tell(cause, recipient, NotificationType.MENTION, subject, post.authorId(), post.id())) {
            Long answered = post.inReplyToAuthorId();
            boolean isAnswer = answered != null && answered == recipient;
            Template mail = isAnswer ? Template.REPLY : Template.MENTION;
            mails.request(cause.id(), recipient, mail, post.authorId(), post.id());
        } else {
            inbox.restore(recipient, NotificationType.MENTION, subject, post.authorId());
        }
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
