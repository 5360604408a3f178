package io.microblog.post.posting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.post.automatic.JudgedPost;
import io.microblog.post.automatic.RuleVerdict;
import io.microblog.post.automatic.Screening;
import io.microblog.post.poll.NewPoll;
import io.microblog.post.posting.Preparation.Prepared;
import io.microblog.post.publish.Draft;
import io.microblog.post.publish.PublishPost;
import io.microblog.post.reaction.Reactions;
import io.microblog.post.schedule.DueTimes;
import io.microblog.post.schedule.ScheduledPost;
import io.microblog.post.status.Poll;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import io.microblog.post.status.WrittenStatuses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an author does with posts. Everything that may wait for another service happens before the transaction. */
@Service
class PostService {

    private final Preparation preparation;
    private final Composer composer;
    private final Screening screening;
    private final PostJournal journal;
    private final ScheduleJournal schedules;
    private final DueTimes times;
    private final IdempotencyKeys keys;
    private final Statuses statuses;
    private final WrittenStatuses written;
    private final IdGenerator ids;
    private final Reactions reactions;

    PostService(
            Preparation preparation,
            Composer composer,
            Screening screening,
            PostJournal journal,
            ScheduleJournal schedules,
            DueTimes times,
            IdempotencyKeys keys,
            Statuses statuses,
            WrittenStatuses written,
            IdGenerator ids,
            Reactions reactions) {
        this.preparation = preparation;
        this.composer = composer;
        this.screening = screening;
        this.journal = journal;
        this.schedules = schedules;
        this.times = times;
        this.keys = keys;
        this.statuses = statuses;
        this.written = written;
        this.ids = ids;
        this.reactions = reactions;
    }

    /**
     * Publishes a post, or schedules it when the request names a time to come.
     *
     * @param app what it is written with, null when that is unknown
     * @param key of a request that may be repeated: the same key publishes once and is answered alike; null without one
     * @throws io.microblog.kit.problem.Invalid when a field cannot be accepted
     * @throws UnexpectedMentions when it names others than those who may be named
     * @throws NotFound when the post it answers or quotes is not there, or not for this author
     * @throws io.microblog.kit.problem.NotAllowed when the author may not quote that post
     */
    Created publish(long authorId, StatusRequest request, Caller.@Nullable App app, @Nullable String key) {
        Optional<Created> earlier = key == null ? Optional.empty() : keys.find(authorId, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Instant due = request.isScheduled() ? times.ahead(request.scheduledAt()).orElse(null) : null;
        PublishPost command = request.command();
        Prepared prepared = preparation.prepare(authorId, command);
        request.requireExpected(prepared.othersNamed());
        long id = ids.next();
        if (due == null) {
            return publish(id, prepared, app, request.draftId(), key);
        }
        PublishPost decided = command.decided(prepared.visibility(), prepared.quotePolicy());
        boolean added = schedules.schedule(new ScheduledPost(id, authorId, due, decided, app), request.draftId(), key);
        return added ? new Created(id, true) : earlier(authorId, key);
    }

    private Created publish(
            long id, Prepared prepared, Caller.@Nullable App app, @Nullable Long draftId, @Nullable String key) {
        RuleVerdict verdict = screening.judge(prepared.judged(id));
        Post post = prepared.post(id, app, verdict);
        if (!journal.publish(post, verdict, prepared.content(), prepared.poll(), draftId, key)) {
            return earlier(post.authorId(), key);
        }
        Status shown = prepared.written(post)
                .map(alone -> written.show(alone, prepared.author()))
                .orElse(null);
        return new Created(id, false, shown);
    }

    private Created earlier(long authorId, @Nullable String key) {
        return keys.find(authorId, Objects.requireNonNull(key)).orElseThrow(NotFound::new);
    }

    /**
     * Changes what the author's own post says.
     *
     * @throws io.microblog.kit.problem.Invalid when a field cannot be accepted, or a rule stands against it
     * @throws io.microblog.kit.problem.Conflict when it waits for a moderator
     * @throws NotFound when it is not there or somebody else's
     */
    Status edit(long authorId, long id, StatusRequest request) {
        request.requireUnscheduled();
        Status present = own(authorId, id);
        Draft draft = request.draft(present.quote() != null);
        NewPoll poll = request.newPoll();
        boolean chosen = journal.isLanguageChosen(id);
        Content content = composer.compose(draft, false, new PostLanguage(present.language(), chosen));
        RuleVerdict verdict = screening.judgeEdit(
                new JudgedPost(id, ids.next(), authorId, present.visibility(), content.judged(options(poll, present))));
        journal.edit(id, authorId, content, verdict, request.mediaChanges(), poll, request.quoteApprovalPolicy());
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

    private static List<String> options(@Nullable NewPoll changed, Status present) {
        if (changed != null) {
            return changed.options();
        }
        return present.poll() == null
                ? List.of()
                : present.poll().options().stream().map(Poll.Option::title).toList();
    }

    private Status own(long authorId, long id) {
        Status present = statuses.one(id, new Reader(authorId));
        if (!present.account().id().equals(Long.toString(authorId))) {
            throw new NotFound();
        }
        return present;
    }
}
