package io.microblog.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.event.PostState;
import io.microblog.event.PostState.Mention;
import io.microblog.event.RelationshipState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Envelope;
import io.microblog.notification.kind.NotificationType;
import io.microblog.notification.mail.Template;
import io.microblog.notification.notice.Notice.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import static java.util.stream.Collectors.toCollection;

/**
 * Tells people who follows them or asks to, which posts name, answer or quote them, are by whom they want to hear of, or were
 * edited after they boosted or quoted them; nobody of their own acts.
 */
@Component
class Notifier {

    private static final Duration FRESH = Duration.ofHours(24);

    private final Notices notices;
    private final Removals removals;
    private final FollowReplica follows;
    private final Boosters boosters;
    private final QuoteReplica quotes;

    Notifier(Notices notices, Removals removals, FollowReplica follows, Boosters boosters, QuoteReplica quotes) {
        this.notices = notices;
        this.removals = removals;
        this.follows = follows;
        this.boosters = boosters;
        this.quotes = quotes;
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
            notices.tell(new Notice(cause, type, subject, state.fromId(), null, mail), List.of(state.toId()));
        }
    }

    /** A post names people or answers somebody, and some want to be told of each of its author. */
    void posted(Envelope<?> cause, PostState post) {
        Set<Long> concerned = tellConcerned(cause, post);
        boolean isAnswer = post.inReplyToAuthorId() != null && post.inReplyToAuthorId() != post.authorId();
        if (cause.isFresh() && post.visibility() != Visibility.DIRECT && !isAnswer) {
            String subject = Long.toString(post.id());
            notices.tellAll(
                    new Notice(cause, NotificationType.STATUS, subject, post.authorId(), Post.unnamed(post), null),
                    after -> follows.notified(post.authorId(), post.language(), after),
                    concerned);
        }
    }

    /**
     * Of an edit only those are told whom the post concerns and who were not told before, and all who boosted or quoted it.
     * Whom it no longer names is told so no longer.
     */
    void edited(Envelope<?> cause, PostState post) {
        tellConcerned(cause, post);
        if (cause.isFresh()) {
            removals.removeUpdates(post.id());
            String subject = post.id() + ":" + post.version();
            notices.tellAll(
                    new Notice(cause, NotificationType.UPDATE, subject, post.authorId(), Post.unnamed(post), null),
                    after -> boosters.of(post.id(), after),
                    Set.of(post.authorId()));
            tellQuoters(cause, post);
        }
    }

    /** Each is shown the post of their own that quotes it. */
    private void tellQuoters(Envelope<?> cause, PostState post) {
        String subject = post.id() + ":" + post.version();
        Map<Long, Long> own = quotes.of(post.id(), 0);
        while (!own.isEmpty()) {
            long last = Collections.max(own.keySet());
            removals.removeQuotedUpdates(own.values());
            own.remove(post.authorId());
            notices.tell(
                    new Notice(
                            cause,
                            NotificationType.QUOTED_UPDATE,
                            subject,
                            post.authorId(),
                            Post.unnamed(post),
                            null,
                            own,
                            null),
                    own.keySet());
            own = quotes.of(post.id(), last);
        }
    }

    /** Whom it quotes is told so apart from what else it does with them, and may take the quote back. */
    private void tellQuoted(Envelope<?> cause, PostState post, Set<Long> named) {
        PostState.Quote quote = post.quote();
        if (quote != null && !quote.revoked() && quote.authorId() != post.authorId()) {
            Post seen = named.contains(quote.authorId()) ? Post.named(post) : Post.unnamed(post);
            notices.tell(
                    new Notice(cause, NotificationType.QUOTE, Long.toString(post.id()), post.authorId(), seen, null),
                    List.of(quote.authorId()));
        }
    }

    /** Whom it names, answers or quotes. */
    private Set<Long> tellConcerned(Envelope<?> cause, PostState post) {
        Set<Long> named = post.mentions().stream().map(Mention::accountId).collect(toCollection(LinkedHashSet::new));
        var concerned = new LinkedHashSet<>(named);
        Long answered = post.inReplyToAuthorId();
        // A direct post is seen by those it names and by nobody else, not even by the author it answers.
        if (answered != null && post.visibility() != Visibility.DIRECT) {
            concerned.add(answered);
        }
        concerned.remove(post.authorId());
        removals.withdrawMentions(post.id(), concerned);
        notices.tell(
                mention(cause, post, Template.MENTION, true),
                concerned.stream().filter(person -> !person.equals(answered)).toList());
        if (answered != null && concerned.contains(answered)) {
            notices.tell(mention(cause, post, Template.REPLY, named.contains(answered)), List.of(answered));
        }
        tellQuoted(cause, post, named);
        if (post.quote() != null) {
            concerned.add(post.quote().authorId());
        }
        return concerned;
    }

    private static Notice mention(Envelope<?> cause, PostState post, Template mail, boolean named) {
        return new Notice(
                cause,
                NotificationType.MENTION,
                Long.toString(post.id()),
                post.authorId(),
                named ? Post.named(post) : Post.unnamed(post),
                mail);
    }
}
