package io.microblog.user.relation;

import java.util.List;

import io.microblog.user.account.AccountUnlocked;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Lets those follow who asked while an account was locked, once it is not any more. There may be thousands, so each is
 * a transaction of its own, and what a crash leaves is taken up again.
 */
@Service
class WaitingRequests {

    private static final String NOTE = "INSERT INTO unlocked_account VALUES (:account) ON CONFLICT DO NOTHING";
    private static final String FIND = """
            SELECT r.to_id AS owner, r.from_id AS requester
            FROM unlocked_account u
            JOIN account a ON a.id = u.account_id AND NOT a.locked AND NOT a.limited
            JOIN relationship r ON r.to_id = a.id AND r.request_id IS NOT NULL
            ORDER BY r.request_id LIMIT 100
            """;
    private static final String FORGET = """
            DELETE FROM unlocked_account u WHERE NOT EXISTS (
                SELECT FROM account a JOIN relationship r ON r.to_id = a.id AND r.request_id IS NOT NULL
                WHERE a.id = u.account_id AND NOT a.locked AND NOT a.limited)
            """;

    private final JdbcClient jdbc;
    private final FollowService follows;

    WaitingRequests(JdbcClient jdbc, FollowService follows) {
        this.jdbc = jdbc;
        this.follows = follows;
    }

    private record Request(long owner, long requester) {}

    /** In the transaction of the change. */
    @EventListener
    void on(AccountUnlocked unlocked) {
        jdbc.sql(NOTE).param("account", unlocked.accountId()).update();
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void admit() {
        List<Request> batch = find();
        while (!batch.isEmpty()) {
            batch.forEach(request -> follows.admit(request.owner(), request.requester()));
            batch = find();
        }
        jdbc.sql(FORGET).update();
    }

    private List<Request> find() {
        return jdbc.sql(FIND)
                .query((row, number) -> new Request(row.getLong("owner"), row.getLong("requester")))
                .list();
    }
}
