package io.microblog.notification.notice;

import java.util.List;
import java.util.stream.Stream;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent.PollEnded;
import io.microblog.kit.event.Envelope;
import io.microblog.notification.kind.NotificationType;
import io.microblog.notification.mail.Template;
import org.springframework.stereotype.Component;

/**
 * Tells of the end of a poll, and an author of a favourite or a boost, once for each person and post. What is taken back disappears, and when it is done again the old notification is there again, at its old place.
 */
@Component
class EngagementNotifier {

    private final Notices notices;
    private final Removals removals;
    private final Boosters boosters;

    EngagementNotifier(Notices notices, Removals removals, Boosters boosters) {
        this.notices = notices;
        this.removals = removals;
        this.boosters = boosters;
    }

    void favourited(Envelope<?> cause, Engagement post, long accountId) {
        reacted(cause, NotificationType.FAVOURITE, Template.FAVOURITE, post, accountId);
    }

    void unfavourited(Engagement post, long accountId) {
        tookBack(NotificationType.FAVOURITE, post, accountId);
    }

    void boosted(Envelope<?> cause, Engagement post, long accountId) {
        boosters.add(post.postId(), accountId);
        reacted(cause, NotificationType.REBLOG, Template.REBLOG, post, accountId);
    }

    void unboosted(Engagement post, long accountId) {
        boosters.remove(post.postId(), accountId);
        tookBack(NotificationType.REBLOG, post, accountId);
    }

    /** Everybody who voted is told of the result, and so is the author. */
    void pollEnded(Envelope<?> cause, PollEnded ended) {
        long author = ended.engagement().authorId();
        String subject = Long.toString(ended.pollId());
        List<Long> people = Stream.concat(
                        Stream.of(author), ended.voters().stream().map(PollEnded.Voter::accountId))
                .toList();
        notices.tell(
                new Notice(cause, NotificationType.POLL, subject, author, post(ended.engagement()), Template.POLL),
                people);
    }

    private void reacted(Envelope<?> cause, NotificationType type, Template mail, Engagement post, long accountId) {
        if (accountId != post.authorId()) {
            notices.tell(
                    new Notice(cause, type, subject(post, accountId), accountId, post(post), mail),
                    List.of(post.authorId()));
        }
    }

    private void tookBack(NotificationType type, Engagement post, long accountId) {
        removals.withdraw(post.authorId(), type, subject(post, accountId));
    }

    private static Notice.Post post(Engagement engagement) {
        return new Notice.Post(engagement.postId(), engagement.threadId(), false, false);
    }

    private static String subject(Engagement post, long accountId) {
        return post.postId() + ":" + accountId;
    }
}
