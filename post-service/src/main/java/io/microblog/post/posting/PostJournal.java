package io.microblog.post.posting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostModerationEvent.HeldPostDecided;
import io.microblog.event.QuotePolicy;
import io.microblog.event.ScheduleEvent.HeldPostReleased;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.Conflict;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.automatic.RuleVerdict;
import io.microblog.post.automatic.Screening;
import io.microblog.post.card.Cards;
import io.microblog.post.draft.Drafts;
import io.microblog.post.media.Attachments;
import io.microblog.post.poll.NewPoll;
import io.microblog.post.poll.Polls;
import io.microblog.post.reaction.Reactions;
import io.microblog.post.schedule.DuePosts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes posts: each change with everything that hangs on it and its event in one transaction. */
@Component
class PostJournal {

    private final PostRepository posts;
    private final Revisions revisions;
    private final Listings listings;
    private final IdempotencyKeys keys;
    private final Reactions reactions;
    private final Polls polls;
    private final Attachments attachments;
    private final Cards cards;
    private final Drafts drafts;
    private final QuoteJournal quotes;
    private final Screening screening;
    private final DuePosts waiting;
    private final Outbox outbox;

    PostJournal(
            PostRepository posts,
            Revisions revisions,
            Listings listings,
            IdempotencyKeys keys,
            Reactions reactions,
            Polls polls,
            Attachments attachments,
            Cards cards,
            Drafts drafts,
            QuoteJournal quotes,
            Screening screening,
            DuePosts waiting,
            Outbox outbox) {
        this.posts = posts;
        this.revisions = revisions;
        this.listings = listings;
        this.keys = keys;
        this.reactions = reactions;
        this.polls = polls;
        this.attachments = attachments;
        this.cards = cards;
        this.drafts = drafts;
        this.quotes = quotes;
        this.screening = screening;
        this.waiting = waiting;
        this.outbox = outbox;
    }

    /**
     * Publishes a post unless its key has published one.
     *
     * @param verdict what rules say of it
     * @param draftId the draft that it was; null when it was none
     * @return whether this post was published
     */
    @Transactional
    boolean publish(
            Post post,
            RuleVerdict verdict,
            Content content,
            @Nullable NewPoll poll,
            @Nullable Long draftId,
            @Nullable String key) {
        if (key != null && !keys.claim(post.authorId(), key, new Created(post.id(), false))) {
            return false;
        }
        if (draftId != null) {
            drafts.end(post.authorId(), draftId);
        }
        attachments.attach(post.media(), post.authorId(), post.id());
        posts.add(post);
        screening.enact(verdict);
        if (!post.isHeld()) {
            announce(post, content, poll == null ? List.of() : poll.options());
        }
        if (poll != null) {
            polls.open(post.id(), post.authorId(), poll);
        }
        return true;
    }

    /** Counters come last. */
    private void announce(Post post, Content content, List<String> poll) {
        outbox.append(post.published(content, attachments.told(post.media()), poll));
        cards.enter(post.id(), content.html());
        listings.enter(post);
    }

    /** A post that waits for a moderator, as it is now; empty when there is none. */
    @Transactional
    Optional<Post> findHeld(long id) {
        return posts.findHeld(id);
    }

    /**
     * Publishes a post that waited for a moderator, as if it had just been written, and has its author told.
     *
     * @param content what it says, with the people named in it
     */
    @Transactional
    void release(long id, long moderator, Content content) {
        Post post = posts.findHeld(id).orElseThrow(NotFound::new);
        post.release(content);
        posts.update(post);
        announce(post, content, Objects.requireNonNullElse(polls.options(id), List.of()));
        outbox.append(decided(post, moderator, "released"));
        outbox.append(new HeldPostReleased(post.authorId(), id));
    }

    /** Gives a post that waited for a moderator back to its author as a draft, under the same id, and has them told. */
    @Transactional
    void reject(long id, long moderator) {
        Post post = posts.findHeld(id).orElseThrow(NotFound::new);
        waiting.giveBack(post.authorId(), id, post.command(polls.question(id)), new RejectedByModerator());
        forget(post, true);
        outbox.append(decided(post, moderator, "rejected"));
    }

    private static HeldPostDecided decided(Post post, long moderator, String decision) {
        long rule = Objects.requireNonNull(post.heldBy());
        return new HeldPostDecided(rule, moderator, post.authorId(), post.id(), decision, now());
    }

    /**
     * Changes what the author's own post says; nothing happens when it says that already.
     *
     * @param verdict what rules say of it as it will be
     * @param changes what is said of its images
     * @param poll what it asks; null leaves that as it is
     * @param quotePolicy who may quote it; likewise
     */
    @Transactional
    void edit(
            long id,
            long authorId,
            Content content,
            RuleVerdict verdict,
            List<Attachments.Change> changes,
            @Nullable NewPoll poll,
            @Nullable QuotePolicy quotePolicy) {
        if (quotePolicy != null) {
            quotes.allow(id, authorId, quotePolicy);
        }
        Post post = own(id, authorId);
        if (post.isHeld()) {
            throw new Conflict("This post waits for a moderator and cannot be edited");
        }
        Revision before = post.revision(attachments.descriptions(post.media()), polls.options(id));
        Listings.Before listed = Listings.Before.of(post);
        attachments.attach(content.media(), authorId, id);
        boolean redescribed = attachments.describe(content.media(), changes);
        if (verdict.isLimited()) {
            post.limit();
        }
        boolean asksElse = poll != null && polls.change(id, authorId, poll);
        List<String> options = Objects.requireNonNullElse(polls.options(id), List.of());
        Optional<PostEdited> told =
                post.edit(content, redescribed || asksElse, now(), attachments.told(content.media()), options);
        told.ifPresent(edited -> {
            posts.update(post);
            screening.enact(verdict);
            revisions.keep(before);
            outbox.append(edited);
            listings.relist(post, listed);
            cards.change(id, content.html());
        });
    }

    /** Whether an author said in what a post is written. */
    boolean isLanguageChosen(long id) {
        return posts.isLanguageChosen(id).orElseThrow(NotFound::new);
    }

    /**
     * Deletes the author's own post and returns it as it was.
     *
     * @param withMedia its images too; otherwise the author may use them again for a while
     */
    @Transactional
    Post delete(long id, long authorId, boolean withMedia) {
        Post post = own(id, authorId);
        delete(post, withMedia);
        return post;
    }

    /** Deletes somebody's post with its images, as they would; nothing happens when it is gone. */
    @Transactional
    void remove(long id, long authorId) {
        posts.findOwn(id, authorId).ifPresent(post -> delete(post, true));
    }

    private void delete(Post post, boolean withMedia) {
        outbox.append(post.deleted(now()));
        forget(post, withMedia);
    }

    private void forget(Post post, boolean withMedia) {
        long id = post.id();
        posts.delete(post);
        revisions.forget(id);
        reactions.forget(id);
        polls.forget(id);
        attachments.release(id, withMedia);
        cards.forget(id);
        listings.leave(post);
    }

    private Post own(long id, long authorId) {
        return posts.findOwn(id, authorId).orElseThrow(NotFound::new);
    }

    /** As the API shows it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
