package io.microblog.post.posting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.post.author.Author;
import io.microblog.post.author.AuthorDirectory;
import io.microblog.post.automatic.JudgedPost;
import io.microblog.post.automatic.RuleVerdict;
import io.microblog.post.poll.NewPoll;
import io.microblog.post.posting.Post.Quoted;
import io.microblog.post.posting.Post.ReplyTarget;
import io.microblog.post.publish.PublishPost;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Statuses;
import io.microblog.post.status.WrittenStatuses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a post of what an author says, with all that can be checked before it is written. It may ask other services. */
@Component
class Preparation {

    private final AuthorDirectory people;
    private final Composer composer;
    private final Statuses statuses;
    private final Quoting quoting;

    Preparation(AuthorDirectory people, Composer composer, Statuses statuses, Quoting quoting) {
        this.people = people;
        this.composer = composer;
        this.statuses = statuses;
        this.quoting = quoting;
    }

    /**
     * A post that can be published.
     *
     * @param author who says it
     * @param replyTo what it answers; null when it answers nothing
     * @param quoted what it quotes; null when it quotes nothing
     * @param visibility who may see it
     * @param quotePolicy who may quote it
     * @param content what it says
     * @param poll what it asks; null without a poll
     */
    record Prepared(
            Author author,
            @Nullable ReplyTarget replyTo,
            @Nullable Quoted quoted,
            Visibility visibility,
            QuotePolicy quotePolicy,
            Content content,
            @Nullable NewPoll poll) {

        /** Who is named in it besides its author. */
        List<Long> othersNamed() {
            return content.mentionedIds().stream()
                    .filter(person -> person != author.id())
                    .toList();
        }

        /** What rules look at. */
        JudgedPost judged(long id) {
            return new JudgedPost(
                    id, id, author.id(), visibility, content.judged(poll == null ? List.of() : poll.options()));
        }

        /** The post as rules let it be published, which may be for its author alone. */
        Post post(long id, Caller.@Nullable App app, RuleVerdict verdict) {
            Post post =
                    new Post(id, author.id(), replyTo, quoted, verdict.within(visibility), quotePolicy, content, app);
            verdict.heldBy().ifPresent(post::hold);
            return post;
        }

        /** The published post as its author sees it; empty where that has to be read. */
        Optional<WrittenStatuses.Written> written(Post post) {
            return poll == null ? post.alone() : Optional.empty();
        }
    }

    /**
     * Reads and checks what is to be published.
     *
     * @throws io.microblog.kit.problem.Invalid when a field cannot be accepted
     * @throws NotFound when the post it answers or quotes is not there, or not for this author
     * @throws NotAllowed when the author is suspended, or may not quote that post
     */
    Prepared prepare(long authorId, PublishPost command) {
        Author author = author(authorId);
        PostingDefaults defaults = author.account().postingDefaults();
        ReplyTarget replyTo = replyTarget(command.inReplyToId(), new Reader(authorId));
        Quoting.Chosen quoted = quoting.choose(command.quotedId(), new Reader(authorId));
        PostLanguage usual = new PostLanguage(defaults.language(), defaults.language() != null);
        Content content = composer.compose(command.draft(), defaults.sensitive(), usual);
        Visibility visibility = Objects.requireNonNullElse(command.visibility(), defaults.visibility());
        QuotePolicy quotePolicy = Objects.requireNonNullElse(
                command.quotePolicy(), Objects.requireNonNullElse(defaults.quotePolicy(), QuotePolicy.PUBLIC));
        if (quoted == null) {
            return new Prepared(author, replyTo, null, visibility, quotePolicy, content, command.poll());
        }
        quoted.requireNamed(visibility, authorId, content);
        return new Prepared(
                author, replyTo, quoted.post(), quoted.narrow(visibility), quotePolicy, content, command.poll());
    }

    private Author author(long id) {
        return people.find(id).filter(author -> !author.account().suspended()).orElseThrow(NotAllowed::new);
    }

    private @Nullable ReplyTarget replyTarget(@Nullable Long id, Reader author) {
        if (id == null) {
            return null;
        }
        try {
            Statuses.Original answered = statuses.original(id, author);
            return new ReplyTarget(answered.id(), answered.threadId(), answered.authorId());
        } catch (NotFound _) {
            throw new NotFound(
                    "The post you are trying to reply to does not appear to exist.", "replied-post-not-found");
        }
    }
}
