package io.microblog.post.poll;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the polls of posts, in the transactions that write the posts. */
@Component
public class Polls {

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    Polls(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Opens a poll. It runs from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(long postId, long authorId, NewPoll poll) {
        OffsetDateTime end = OffsetDateTime.now(ZoneOffset.UTC).plus(poll.duration());
        jdbc.sql("""
                INSERT INTO poll (id, post_id, author_id, options, votes, multiple, hide_totals, expires_at)
                VALUES (:id, :post, :author, :options, :votes, :multiple, :hideTotals, :end)
                """)
                .param("id", ids.next())
                .param("post", postId)
                .param("author", authorId)
                .param("options", poll.options().toArray(String[]::new))
                .param("votes", Collections.nCopies(poll.options().size(), 0L).toArray(Long[]::new))
                .param("multiple", poll.multiple())
                .param("hideTotals", poll.hideTotals())
                .param("end", end)
                .update();
    }

    /**
     * After an edit: another question is another poll, and its votes begin anew; the same one runs on.
     *
     * @return whether it is another
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean change(long postId, long authorId, NewPoll poll) {
        if (asks(postId, poll.options(), poll.multiple())) {
            return false;
        }
        forget(postId);
        open(postId, authorId, poll);
        return true;
    }

    /** What a post asks about; null without a poll. */
    public @Nullable List<String> options(long postId) {
        return jdbc.sql("SELECT options FROM poll WHERE post_id = :post")
                .param("post", postId)
                .query((row, number) ->
                        List.of((String[]) row.getArray("options").getArray()))
                .optional()
                .orElse(null);
    }

    /** The poll of a post as it was opened; null without a poll. */
    public @Nullable NewPoll question(long postId) {
        return jdbc.sql("SELECT id, options, multiple, hide_totals, expires_at FROM poll WHERE post_id = :post")
                .param("post", postId)
                .query((row, number) -> new NewPoll(
                        List.of((String[]) row.getArray("options").getArray()),
                        Duration.between(
                                IdGenerator.timeOf(row.getLong("id")),
                                row.getObject("expires_at", OffsetDateTime.class)),
                        row.getBoolean("multiple"),
                        row.getBoolean("hide_totals")))
                .optional()
                .orElse(null);
    }

    /** Removes the poll of a post with its votes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long postId) {
        jdbc.sql("WITH gone AS (DELETE FROM poll WHERE post_id = :post RETURNING id)"
                        + " DELETE FROM poll_vote v USING gone WHERE v.poll_id = gone.id")
                .param("post", postId)
                .update();
    }

    private boolean asks(long postId, List<String> options, boolean multiple) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM poll WHERE post_id = :post AND multiple = :multiple"
                        + " AND options = CAST(:options AS text[]))")
                .param("post", postId)
                .param("multiple", multiple)
                .param("options", options.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
