package io.microblog.post.home;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import io.microblog.post.erasure.ErasedContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which homes are kept. Nobody's entries are written for those who have not read their home for long; when they come
 * back, it is made anew.
 *
 * <p>Coming back takes two transactions. After the first, fan-out fills the home; the second brings what was published
 * before. A fan-out that still passed the home by had begun before the first ended, with a post that the second sees.
 */
@Component
class Homes implements ErasedContent {

    private static final String RETURN = """
            INSERT INTO home AS h (owner_id, read_at) VALUES (:owner, now())
            ON CONFLICT (owner_id) DO UPDATE
            SET read_at = now(), state = CASE h.state WHEN 'AWAY' THEN 'RETURNING' ELSE h.state END
            RETURNING state
            """;

    private static final String LEAVE_NEXT = """
            UPDATE home SET state = 'AWAY', floor = 0 WHERE owner_id = (
                SELECT owner_id FROM home WHERE state <> 'AWAY' AND read_at < :before
                ORDER BY read_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING owner_id
            """;

    private final JdbcClient jdbc;
    private final HomeRebuild rebuild;
    private final HomeProperties properties;
    private final TransactionTemplate transactions;

    Homes(JdbcClient jdbc, HomeRebuild rebuild, HomeProperties properties, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.rebuild = rebuild;
        this.properties = properties;
        this.transactions = transactions;
    }

    /** Notes that the owner reads, and makes the home anew if it was kept no more. Not within a transaction. */
    void welcome(long ownerId) {
        String state =
                jdbc.sql(RETURN).param("owner", ownerId).query(String.class).single();
        if (!state.equals("KEPT")) {
            transactions.executeWithoutResult(transaction -> {
                if (!hold(ownerId)) {
                    rebuild.fill(ownerId);
                }
            });
        }
    }

    /**
     * Lets nobody else change whether a home is kept, and what its owner follows, until the end of the transaction.
     *
     * @return whether it is kept
     */
    boolean hold(long ownerId) {
        jdbc.sql("INSERT INTO home (owner_id, read_at) VALUES (:owner, now()) ON CONFLICT DO NOTHING")
                .param("owner", ownerId)
                .update();
        return jdbc.sql("SELECT state FROM home WHERE owner_id = :owner FOR UPDATE")
                .param("owner", ownerId)
                .query(String.class)
                .single()
                .equals("KEPT");
    }

    /** Empties the homes of all who have been away too long, each in a transaction of its own. */
    @Scheduled(fixedDelayString = "${microblog.timeline.check-interval}")
    void leave() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(transaction -> leaveNext()));
        }
    }

    /** Empties the home, which is kept no more. */
    @Override
    public boolean erase(long accountId, int most) {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("UPDATE home SET state = 'AWAY', floor = 0, read_at = 'epoch' WHERE owner_id = :owner")
                    .param("owner", accountId)
                    .update();
            jdbc.sql("DELETE FROM home_timeline WHERE owner_id = :owner")
                    .param("owner", accountId)
                    .update();
        });
        return false;
    }

    private boolean leaveNext() {
        Optional<Long> owner = jdbc.sql(LEAVE_NEXT)
                .param("before", Instant.now().minus(properties.absence()).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        owner.ifPresent(id -> jdbc.sql("DELETE FROM home_timeline WHERE owner_id = :owner")
                .param("owner", id)
                .update());
        return owner.isPresent();
    }
}
