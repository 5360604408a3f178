package io.microblog.post.posting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.post.author.Author;
import io.microblog.post.author.AuthorDirectory;
import io.microblog.post.poll.NewPoll;
import io.microblog.post.posting.Post.ReplyTarget;
import io.microblog.post.reaction.Reactions;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an author does with posts. Everything that may wait for another service happens before the transaction. */
@Service
class PostService {

    private final AuthorDirectory people;
    private final Composer composer;
    private final PostJournal journal;
    private final IdempotencyKeys keys;
    private final Statuses statuses;
    private final IdGenerator ids;
    private final Reactions reactions;

    PostService(
            AuthorDirectory people,
            Composer composer,
            PostJournal journal,
            IdempotencyKeys keys,
            Statuses statuses,
            IdGenerator ids,
            Reactions reactions) {
        this.people = people;
        this.composer = composer;
        this.journal = journal;
        this.keys = keys;
        this.statuses = statuses;
        this.ids = ids;
        this.reactions = reactions;
    }

    /**
     * Publishes a post.
     *
     * @param app what it is written with, null when that is unknown
     * @param key of a request that may be repeated: the same key publishes once and is answered alike; null without one
     * @throws io.microblog.kit.problem.Invalid when a field cannot be accepted
     * @throws NotFound when the post it answers is not there, or not for this author
     */
    Status publish(long authorId, StatusRequest request, Caller.@Nullable App app, @Nullable String key) {
        Reader author = new Reader(authorId);
        Optional<Long> published = key == null ? Optional.empty() : keys.find(authorId, key);
        if (published.isPresent()) {
            return statuses.one(published.get(), author);
        }
        Draft draft = request.draft();
        NewPoll poll = request.newPoll();
        PostingDefaults defaults = defaultsOf(authorId);
        ReplyTarget replyTo = replyTarget(request.inReplyToId(), author);
        PostLanguage usual = new PostLanguage(defaults.language(), defaults.language() != null);
        Content content = composer.compose(draft, defaults.sensitive(), usual);
        var visibility = Objects.requireNonNullElse(request.visibility(), defaults.visibility());
        Post post = new Post(ids.next(), authorId, replyTo, visibility, content, app);
        if (journal.publish(post, content, poll, key) || key == null) {
            return statuses.one(post.getId(), author);
        }
        return statuses.one(keys.find(authorId, key).orElseThrow(NotFound::new), author);
    }

    /**
     * Changes what the author's own post says.
     *
     * @throws io.microblog.kit.problem.Invalid when a field cannot be accepted
     * @throws NotFound when it is not there or somebody else's
     */
    Status edit(long authorId, long id, StatusRequest request) {
        Draft draft = request.draft();
        NewPoll poll = request.newPoll();
        Status present = own(authorId, id);
        boolean chosen = journal.isLanguageChosen(id);
        Content content = composer.compose(draft, false, new PostLanguage(present.language(), chosen));
        journal.edit(id, authorId, content, request.mediaChanges(), poll);
        return statuses.one(id, new Reader(authorId));
    }

    /**
     * Deletes the author's own post, or takes the author's boost back.
     *
     * @param withMedia its images too; otherwise the author may use them again for a while
     * @return what it was; a post with its source, for writing it anew
     * @throws NotFound when it is not there or somebody else's
     */
    Status delete(long authorId, long id, boolean withMedia) {
        if (reactions.isOwnBoost(authorId, id)) {
            return takeBack(authorId, id);
        }
        Status present = own(authorId, id);
        return present.withText(journal.delete(id, authorId, withMedia).source());
    }

    /** The boost as it was, or what may be told of a post that its booster does not see any more. */
    private Status takeBack(long authorId, long id) {
        Optional<Status> boost =
                statuses.read(List.of(id), new Reader(authorId)).stream().findFirst();
        Status boosted = reactions.unboost(authorId, id);
        return boost.orElse(boosted);
    }

    private Status own(long authorId, long id) {
        Status present = statuses.one(id, new Reader(authorId));
        if (!present.account().id().equals(Long.toString(authorId))) {
            throw new NotFound();
        }
        return present;
    }

    private PostingDefaults defaultsOf(long authorId) {
        return people.find(authorId)
                .map(Author::account)
                .filter(account -> !account.suspended())
                .orElseThrow(NotAllowed::new)
                .postingDefaults();
    }

    private @Nullable ReplyTarget replyTarget(@Nullable Long id, Reader author) {
        if (id == null) {
            return null;
        }
        try {
            Statuses.Original answered = statuses.original(id, author);
            return new ReplyTarget(answered.id(), answered.threadId(), answered.authorId());
        } catch (NotFound _) {
            throw new NotFound("The post you are trying to reply to does not appear to exist.");
        }
    }
}
