package io.microblog.user.relation;

import java.util.List;

import io.microblog.user.account.AccountErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Ends the relationships of erased accounts: all that they had with others, and others' follows of them and requests. There
 * may be thousands, so each is a transaction of its own with its event; what a crash leaves is taken up again. What others
 * block, mute and note down stays theirs.
 */
@Service
class RelationshipErasures {

    private static final Logger LOG = LoggerFactory.getLogger(RelationshipErasures.class);

    private static final String NOTE =
            "INSERT INTO relationship_erasure (account_id) VALUES (:account) ON CONFLICT DO NOTHING";
    /** Whose wish to follow it was not decided yet is not let in by itself now. */
    private static final String KEEP_WAITING = "DELETE FROM unlocked_account WHERE account_id = :account";

    private static final String FOLLOWERS = """
            (SELECT from_id FROM relationship WHERE to_id = :account AND follow_id IS NOT NULL LIMIT 100)
            UNION
            (SELECT from_id FROM relationship WHERE to_id = :account AND request_id IS NOT NULL LIMIT 100)
            """;
    private static final String OTHERS = """
            SELECT r.to_id FROM relationship_erasure e JOIN relationship r ON r.from_id = e.account_id AND r.to_id > e.after_id
            WHERE e.account_id = :account ORDER BY r.to_id LIMIT 100
            """;
    private static final String PROCEED = """
            UPDATE relationship_erasure SET after_id = :after WHERE account_id = :account AND after_id < :after
            """;

    private final JdbcClient jdbc;
    private final FollowService follows;
    private final SilenceService silences;

    RelationshipErasures(JdbcClient jdbc, FollowService follows, SilenceService silences) {
        this.jdbc = jdbc;
        this.follows = follows;
        this.silences = silences;
    }

    /** In the transaction of the change. */
    @EventListener
    void on(AccountErased erased) {
        List.of(NOTE, KEEP_WAITING)
                .forEach(sql ->
                        jdbc.sql(sql).param("account", erased.accountId()).update());
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void run() {
        jdbc.sql("SELECT account_id FROM relationship_erasure ORDER BY account_id LIMIT 100")
                .query((row, number) -> row.getLong(1))
                .list()
                .forEach(this::erase);
    }

    /** What fails is tried again the next time, and holds up no other. */
    private void erase(long account) {
        try {
            while (step(account)) {
                LOG.debug("Relationships of the erased account {} were ended", account);
            }
        } catch (RuntimeException e) {
            LOG.error("Relationships of the erased account {} were not ended yet", account, e);
        }
    }

    /** Ends some of them; whether there may be more. */
    private boolean step(long account) {
        List<Long> followers = find(FOLLOWERS, account);
        List<Long> others = find(OTHERS, account);
        followers.forEach(follower -> follows.unfollow(follower, account));
        others.forEach(other -> silences.endAll(account, other));
        if (!others.isEmpty()) {
            jdbc.sql(PROCEED)
                    .param("account", account)
                    .param("after", others.getLast())
                    .update();
        }
        boolean more = !followers.isEmpty() || !others.isEmpty();
        if (!more) {
            jdbc.sql("DELETE FROM relationship_erasure WHERE account_id = :account")
                    .param("account", account)
                    .update();
        }
        return more;
    }

    private List<Long> find(String sql, long account) {
        return jdbc.sql(sql)
                .param("account", account)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
