package io.microblog.post.poll;

import java.util.List;
import java.util.Objects;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.post.status.Poll;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Polls in the public API. Who may see the post may see its poll and vote. */
@RestController
@RequestMapping("/api/v1/polls/{id}")
class PollController {

    private final Voting voting;
    private final Statuses statuses;
    private final JdbcClient jdbc;

    PollController(Voting voting, Statuses statuses, JdbcClient jdbc) {
        this.voting = voting;
        this.statuses = statuses;
        this.jdbc = jdbc;
    }

    /**
     * A vote.
     *
     * @param choices positions of options, from 0 on
     */
    record VoteRequest(@Nullable List<Integer> choices) {

        List<Integer> distinct() {
            return choices == null
                    ? List.of()
                    : choices.stream().filter(Objects::nonNull).distinct().toList();
        }
    }

    @GetMapping
    @OpenToAll("read:statuses")
    Poll poll(@PathVariable long id, Caller caller) {
        return poll(id, Reader.of(caller));
    }

    @PostMapping("/votes")
    @RequiresScope("write:statuses")
    Poll vote(@PathVariable long id, @Body VoteRequest request, Caller caller) {
        Reader reader = new Reader(caller.requireAccount());
        Poll seen = poll(id, reader);
        voting.vote(Long.parseLong(seen.id()), caller.requireAccount(), request.distinct());
        return poll(id, reader);
    }

    private Poll poll(long id, Reader reader) {
        long post = jdbc.sql("SELECT post_id FROM poll WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        Poll poll = statuses.one(post, reader).poll();
        if (poll == null) {
            throw new NotFound();
        }
        return poll;
    }
}
