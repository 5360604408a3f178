package io.microblog.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.microblog.event.PostState;
import io.microblog.event.PostState.Mention;
import io.microblog.event.RelationshipState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.Upsert;
import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.mail.MailRequests;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides who is told of an event, once: in the application, and by a mail that is asked for in the same transaction.
 * Nobody is told of their own acts or of events older than a day.
 */
@Component
class Notifier {

    private static final Upsert ONCE = Upsert.once("notification", "recipient_id", "type", "subject");
    private static final Duration FRESH = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final MailRequests mails;
    private final Silences silences;

    Notifier(JdbcClient jdbc, IdGenerator ids, MailRequests mails, Silences silences) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.mails = mails;
        this.silences = silences;
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
        if (tell(cause, state.toId(), type, subject, state.fromId(), null)) {
            mails.request(cause.id(), state.toId(), mail, state.fromId(), null);
        }
    }

    /** A post names people or answers somebody. After an edit only those are told who were not told before. */
    void posted(Envelope<?> cause, PostState post) {
        if (!cause.isFresh()) {
            return;
        }
        for (long recipient : concerned(post)) {
            String subject = Long.toString(post.id());
            if (tell(cause, recipient, NotificationType.MENTION, subject, post.authorId(), post.id())) {
                Long answered = post.inReplyToAuthorId();
                boolean isAnswer = answered != null && answered == recipient;
                mails.request(
                        cause.id(),
                        recipient,
                        isAnswer ? Template.REPLY : Template.MENTION,
                        post.authorId(),
                        post.id());
            }
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

    private boolean tell(
            Envelope<?> cause, long recipient, NotificationType type, String subject, long from, @Nullable Long post) {
        if (silences.between(recipient, from)) {
            return false;
        }
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", ids.next());
        row.put("recipient_id", recipient);
        row.put("type", type.wireName());
        row.put("subject", subject);
        row.put("from_id", from);
        row.put("post_id", post);
        row.put("event_id", cause.id());
        row.put("created_at", cause.time());
        return ONCE.apply(jdbc, row);
    }
}
