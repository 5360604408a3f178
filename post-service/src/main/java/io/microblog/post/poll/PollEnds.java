package io.microblog.post.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent.PollEnded;
import io.microblog.kit.event.Outbox;
import io.microblog.post.reaction.EngagementCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends polls whose time is over, each once however many instances look: one of them marks it and tells of it. */
@Component
class PollEnds {

    /** Voters told of in one event; keeps it far below the largest size. */
    private static final int VOTERS_PER_EVENT = 5_000;

    private static final String END_NEXT = """
            UPDATE poll SET ended = true WHERE id = (
                SELECT id FROM poll WHERE NOT ended AND expires_at <= now()
                ORDER BY expires_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, post_id
            """;

    private final JdbcClient jdbc;
    private final EngagementCounts counts;
    private final Outbox outbox;
    private final TransactionTemplate transactions;

    PollEnds(JdbcClient jdbc, EngagementCounts counts, Outbox outbox, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    private record Ended(long id, long postId) {}

    @Scheduled(fixedDelayString = "${microblog.posts.poll-check-interval}")
    void endAllDue() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(transaction -> endNext()));
        }
    }

    private boolean endNext() {
        Optional<Ended> poll = jdbc.sql(END_NEXT)
                .query((row, number) -> new Ended(row.getLong("id"), row.getLong("post_id")))
                .optional();
        poll.ifPresent(this::tell);
        return poll.isPresent();
    }

    private void tell(Ended poll) {
        Engagement engagement = counts.present(poll.postId());
        List<PollEnded.Voter> voters = jdbc.sql(
                        "SELECT account_id FROM poll_vote WHERE poll_id = :poll ORDER BY account_id")
                .param("poll", poll.id())
                .query((row, number) -> new PollEnded.Voter(row.getLong("account_id")))
                .list();
        int from = 0;
        do {
            int to = Math.min(from + VOTERS_PER_EVENT, voters.size());
            outbox.append(new PollEnded(engagement, poll.id(), new ArrayList<>(voters.subList(from, to))));
            from = to;
        } while (from < voters.size());
    }
}
