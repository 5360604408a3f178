package io.microblog.post.posting;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.Answers;
import io.microblog.kit.problem.ProblemBody;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.IdList;
import io.microblog.kit.web.IdempotencyKey;
import io.microblog.post.author.Authors;
import io.microblog.post.insight.Openings;
import io.microblog.post.posting.PostHistory.StatusEdit;
import io.microblog.post.posting.PostHistory.StatusSource;
import io.microblog.post.schedule.ScheduledPosts;
import io.microblog.post.schedule.ScheduledStatus;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import io.microblog.post.status.ThreadContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Posts in the public API, where they are called statuses. */
@RestController
@RequestMapping("/api/v1/statuses")
class StatusController {

    private final PostService posts;
    private final PostHistory history;
    private final Statuses statuses;
    private final ThreadContext threads;
    private final ScheduledPosts scheduled;
    private final Authors authors;
    private final BaseUrl base;
    private final Openings openings;

    StatusController(
            PostService posts,
            PostHistory history,
            Statuses statuses,
            ThreadContext threads,
            ScheduledPosts scheduled,
            Authors authors,
            BaseUrl base,
            Openings openings) {
        this.posts = posts;
        this.history = history;
        this.statuses = statuses;
        this.threads = threads;
        this.scheduled = scheduled;
        this.authors = authors;
        this.base = base;
        this.openings = openings;
    }

    @PostMapping
    @RequiresScope("write:statuses")
    @Answers(
            body = {Status.class, ScheduledStatus.class},
            refusal = UnexpectedAccounts.class)
    Object publish(
            @Body StatusRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Caller caller) {
        long author = caller.requireAccount();
        Created created = posts.publish(author, request, caller.app(), IdempotencyKey.check(key));
        if (created.scheduled()) {
            return scheduled.require(author, created.id());
        }
        return created.status() == null ? statuses.one(created.id(), new Reader(author)) : created.status();
    }

    /**
     * A post was not published because of whom it names.
     *
     * @param unexpectedAccounts those whom its author did not expect in it
     */
    record UnexpectedAccounts(@JsonUnwrapped ProblemBody problem, List<PublicAccount> unexpectedAccounts) {}

    @ExceptionHandler
    ResponseEntity<UnexpectedAccounts> refuse(UnexpectedMentions mentions) {
        return ResponseEntity.status(mentions.status())
                .cacheControl(CacheControl.noStore())
                .body(new UnexpectedAccounts(ProblemBody.from(mentions), authors.shown(mentions.accounts(), base)));
    }

    @PutMapping("/{id}")
    @RequiresScope("write:statuses")
    Status edit(@PathVariable long id, @Body StatusRequest request, Caller caller) {
        return posts.edit(caller.requireAccount(), id, request);
    }

    @DeleteMapping("/{id}")
    @RequiresScope("write:statuses")
    Status delete(
            @PathVariable long id,
            @RequestParam(name = "delete_media", defaultValue = "false") boolean deleteMedia,
            Caller caller) {
        return posts.delete(caller.requireAccount(), id, deleteMedia);
    }

    @GetMapping
    @OpenToAll("read:statuses")
    List<Status> several(@IdList(value = "id", max = 20) List<Long> ids, Caller caller) {
        return statuses.read(ids, Reader.of(caller));
    }

    @GetMapping("/{id}")
    @OpenToAll("read:statuses")
    Status one(@PathVariable long id, Caller caller) {
        Reader reader = Reader.of(caller);
        Status shown = statuses.one(id, reader);
        openings.note(id, reader);
        return shown;
    }

    @GetMapping("/{id}/context")
    @OpenToAll("read:statuses")
    ResponseEntity<ThreadContext.Context> context(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        Reader reader = Reader.of(caller);
        var around = threads.around(id, new ThreadContext.Part(after, limit), reader);
        openings.note(id, reader);
        return around;
    }

    @GetMapping("/{id}/history")
    @OpenToAll("read:statuses")
    List<StatusEdit> history(@PathVariable long id, Caller caller) {
        return history.versions(id, Reader.of(caller));
    }

    @GetMapping("/{id}/source")
    @RequiresScope("read:statuses")
    StatusSource source(@PathVariable long id, Caller caller) {
        return history.source(id, Reader.of(caller));
    }
}
