package io.microblog.post.reaction;

import io.microblog.kit.problem.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The posts that people show first in their profiles. */
@Component
class Pins {

    /** As many as the API has elsewhere. */
    static final int MAX = 5;

    private final ReactionRows rows;
    private final EngagementCounts counts;
    private final JdbcClient jdbc;

    Pins(ReactionRows rows, EngagementCounts counts, JdbcClient jdbc) {
        this.rows = rows;
        this.counts = counts;
        this.jdbc = jdbc;
    }

    /**
     * Pins a post of one's own.
     *
     * @throws Invalid when there are enough pins
     */
    @Transactional
    void pin(long accountId, long postId) {
        counts.hold(postId);
        lock(accountId);
        if (rows.add(Reaction.PIN, accountId, postId) && count(accountId) > MAX) {
            throw new Invalid("Validation failed: You have already pinned the maximum number of posts");
        }
    }

    /** Whether it was pinned. */
    @Transactional
    boolean unpin(long accountId, long postId) {
        return rows.remove(Reaction.PIN, accountId, postId).isPresent();
    }

    /** Until the end of the transaction, so that two requests at once do not both find room. */
    private void lock(long accountId) {
        jdbc.sql("SELECT id FROM author WHERE id = :account FOR NO KEY UPDATE")
                .param("account", accountId)
                .query(Long.class)
                .optional();
    }

    private long count(long accountId) {
        return jdbc.sql("SELECT count(*) FROM pin WHERE account_id = :account")
                .param("account", accountId)
                .query(Long.class)
                .single();
    }
}
