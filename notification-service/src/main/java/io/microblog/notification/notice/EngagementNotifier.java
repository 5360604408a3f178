package io.microblog.notification.inbox;

import java.util.stream.Stream;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent.PollEnded;
import io.microblog.kit.event.Envelope;
import org.springframework.stereotype.Component;

/**
 * Tells of the end of a poll, and an author of a favourite or a boost, once for each person and post and never by mail. What
 * is taken back disappears, and when it is done again the old notification is there again, at its old place.
 */
@Component
class EngagementNotifier {

    private final Notices notices;
    private final NotificationRepository notifications;

    EngagementNotifier(Notices notices, NotificationRepository notifications) {
        this.notices = notices;
        this.notifications = notifications;
    }

    void reacted(Envelope<?> cause, NotificationType type, Engagement post, long accountId) {
        if (accountId != post.authorId()) {
            String subject = subject(post, accountId);
            notices.tell(new Notice(cause, post.authorId(), type, subject, accountId, post.postId(), null));
        }
    }

    void tookBack(NotificationType type, Engagement post, long accountId) {
        notifications.withdraw(post.authorId(), type, subject(post, accountId));
    }

    /** Everybody who voted is told of the result, and so is the author. */
    void pollEnded(Envelope<?> cause, PollEnded ended) {
        long author = ended.engagement().authorId();
        long post = ended.engagement().postId();
        String subject = Long.toString(ended.pollId());
        Stream.concat(Stream.of(author), ended.voters().stream().map(PollEnded.Voter::accountId))
                .map(person -> new Notice(cause, person, NotificationType.POLL, subject, author, post, null))
                .forEach(notices::tell);
    }

    private static String subject(Engagement post, long accountId) {
        return post.postId() + ":" + accountId;
    }
}
