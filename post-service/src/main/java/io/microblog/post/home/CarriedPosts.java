package io.microblog.post.home;

import java.util.List;

import io.microblog.post.insight.PostReach;
import io.microblog.post.insight.PostReach.Gain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells authors' numbers into how many homes fan-out has carried posts. It has noted that with each; this is no hurry. */
@Component
class CarriedPosts {

    /** Few enough for a short transaction. */
    private static final int BATCH = 200;

    private static final String TAKE = """
            WITH uncounted AS MATERIALIZED (
                SELECT post_id, homes FROM fan_out WHERE homes IS NOT NULL ORDER BY post_id LIMIT :batch
                FOR UPDATE SKIP LOCKED),
            counted AS (UPDATE fan_out f SET homes = NULL FROM uncounted u WHERE f.post_id = u.post_id)
            SELECT coalesce(b.post_id, u.post_id) AS post_id, u.homes FROM uncounted u LEFT JOIN boost b ON b.id = u.post_id
            """;

    private final JdbcClient jdbc;
    private final PostReach reach;
    private final TransactionTemplate transactions;

    CarriedPosts(JdbcClient jdbc, PostReach reach, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${microblog.insights.count-every}")
    void count() {
        int taken = BATCH;
        while (taken == BATCH) {
            taken = transactions.<Integer>execute(_ -> countSome());
        }
    }

    private int countSome() {
        List<Gain> carried = jdbc.sql(TAKE)
                .param("batch", BATCH)
                .query((row, number) -> new Gain(row.getLong("post_id"), row.getLong("homes"), 0))
                .list();
        reach.add(carried);
        return carried.size();
    }
}
