package io.microblog.user.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.kit.account.AccountCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of accounts. They change in the transaction of what is counted, so they are always right. */
@Repository
public class Counters {

    /** Each by its key: a join the planner may make by reading all there are. */
    private static final String FIND = """
            SELECT s.account_id, s.followers_count, s.following_count, coalesce(p.statuses_count, 0) AS statuses_count,
                   (p.last_status_at AT TIME ZONE 'UTC')::date AS last_status_on
            FROM account_stats s
            LEFT JOIN LATERAL (SELECT * FROM post_stats t WHERE t.author_id = s.account_id OFFSET 0) p ON true
            WHERE s.account_id IN (:ids)
            """;

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            long accountId,
            long followersCount,
            long followingCount,
            long statusesCount,
            @Nullable LocalDate lastStatusOn) {
        AccountCounts toCounts() {
            return new AccountCounts(followersCount, followingCount, statusesCount, lastStatusOn);
        }
    }

    void open(long accountId) {
        jdbc.sql("INSERT INTO account_stats (account_id) VALUES (:id)")
                .param("id", accountId)
                .update();
    }

    /** One follow more ({@code by} = 1) or less (-1). */
    public void countFollow(long from, long to, int by) {
        // Always in the same order, or two people who follow each other at once would wait for each other for ever.
        Stream.of(from, to).sorted().forEach(id -> add(id, id == from ? "following_count" : "followers_count", by));
    }

    /** One follow request more or less. */
    public void countRequest(long to, int by) {
        add(to, "requests_count", by);
    }

    /** How many follow requests wait for the account's consent. */
    long requestsOf(long accountId) {
        return jdbc.sql("SELECT requests_count FROM account_stats WHERE account_id = :id")
                .param("id", accountId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The numbers of each account that exists. */
    Map<Long, AccountCounts> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(FIND).param("ids", ids).query(Row.class).list().stream()
                .collect(Collectors.toMap(Row::accountId, Row::toCounts));
    }

    private void add(long accountId, String column, int by) {
        jdbc.sql("UPDATE account_stats SET %1$s = %1$s + :by WHERE account_id = :id".formatted(column))
                .param("by", by)
                .param("id", accountId)
                .update();
    }
}
