package io.microblog.post.poll;

import java.util.List;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.erasure.ErasedContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes votes. The poll is locked meanwhile, so its numbers are exact and its end is a definite moment. */
@Component
class Voting implements ErasedContent {

    private static final String COUNT = """
            UPDATE poll SET voters = voters + 1, votes = ARRAY (
                SELECT t.number + CASE WHEN t.position - 1 = ANY (CAST(:choices AS smallint[])) THEN 1 ELSE 0 END
                FROM unnest(votes) WITH ORDINALITY AS t (number, position) ORDER BY t.position)
            WHERE id = :poll
            """;

    private final JdbcClient jdbc;

    Voting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Ballot(long authorId, int options, boolean multiple, boolean over) {}

    /**
     * Takes a person's vote, once.
     *
     * @param choices positions of options from 0 on, each once
     * @throws NotFound when the poll has gone
     * @throws Invalid when this person may not vote (any more), or not like that
     */
    @Transactional
    void vote(long pollId, long accountId, List<Integer> choices) {
        Ballot ballot = lock(pollId);
        if (ballot.over()) {
            throw new Invalid("Validation failed: The poll has already ended");
        }
        if (ballot.authorId() == accountId) {
            throw new Invalid("Validation failed: You cannot vote in your own polls");
        }
        check(ballot, choices);
        Short[] positions = choices.stream().map(Integer::shortValue).toArray(Short[]::new);
        int first = jdbc.sql("INSERT INTO poll_vote (poll_id, account_id, choices) VALUES (:poll, :account, :choices)"
                        + " ON CONFLICT DO NOTHING")
                .param("poll", pollId)
                .param("account", accountId)
                .param("choices", positions)
                .update();
        if (first == 0) {
            throw new Invalid("Validation failed: You have already voted on this poll");
        }
        jdbc.sql(COUNT).param("poll", pollId).param("choices", positions).update();
    }

    /** Forgets what somebody voted for. The numbers stay, as they were counted. */
    @Override
    public boolean erase(long accountId, int most) {
        return jdbc.sql("DELETE FROM poll_vote WHERE account_id = :account AND poll_id IN ("
                                + "SELECT poll_id FROM poll_vote WHERE account_id = :account LIMIT :most)")
                        .param("account", accountId)
                        .param("most", most)
                        .update()
                == most;
    }

    private static void check(Ballot ballot, List<Integer> choices) {
        if (choices.isEmpty()) {
            throw Invalid.field("choices", "ERR_BLANK", "can't be blank");
        }
        if (choices.stream().anyMatch(choice -> choice < 0 || choice >= ballot.options())) {
            throw Invalid.field("choices", "ERR_INCLUSION", "is not included in the list");
        }
        if (choices.size() > 1 && !ballot.multiple()) {
            throw Invalid.field("choices", "ERR_TOO_LONG", "must be a single one");
        }
    }

    private Ballot lock(long pollId) {
        return jdbc.sql("""
                SELECT author_id, cardinality(options) AS options, multiple, ended OR expires_at <= now() AS over
                FROM poll WHERE id = :poll FOR UPDATE
                """)
                .param("poll", pollId)
                .query((row, number) -> new Ballot(
                        row.getLong("author_id"),
                        row.getInt("options"),
                        row.getBoolean("multiple"),
                        row.getBoolean("over")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
