package io.microblog.notification.inbox;

import java.util.stream.Stream;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent.PollEnded;
import io.microblog.kit.event.Envelope;
import org.springframework.stereotype.Component;

/**
 * Tells of the end of a poll, and an author of a favourite or a boost, once for each person and post and never by mail. What is taken back
 * disappears, and when it is done again the old notification is there again, at its old place.
 */
@Component
class EngagementNotifier {

    private final Inbox inbox;
    private final PostTombstones tombstones;
    private final NotificationRepository notifications;

    EngagementNotifier(Inbox inbox, PostTombstones tombstones, NotificationRepository notifications) {
        this.inbox = inbox;
        this.tombstones = tombstones;
        this.notifications = notifications;
    }

    void reacted(Envelope<?> cause, NotificationType type, Engagement post, long accountId) {
        if (accountId == post.authorId() || tombstones.contains(post.postId())) {
            return;
        }
        String subject = subject(post, accountId);
        boolean told = cause.isFresh() && inbox.tell(cause, post.authorId(), type, subject, accountId, post.postId());
        if (!told) {
            inbox.restore(post.authorId(), type, subject, accountId);
        }
    }

    void tookBack(NotificationType type, Engagement post, long accountId) {
        notifications.withdraw(post.authorId(), type, subject(post, accountId));
    }

    /** Everybody who voted is told of the result, and so is the author. */
    void pollEnded(Envelope<?> cause, PollEnded ended) {
        long author = ended.engagement().authorId();
        long post = ended.engagement().postId();
        if (!cause.isFresh() || tombstones.contains(post)) {
            return;
        }
        String subject = Long.toString(ended.pollId());
        Stream.concat(Stream.of(author), ended.voters().stream().map(PollEnded.Voter::accountId))
                .forEach(person -> inbox.tell(cause, person, NotificationType.POLL, subject, author, post));
    }

    private static String subject(Engagement post, long accountId) {
        return post.postId() + ":" + accountId;
    }
}
