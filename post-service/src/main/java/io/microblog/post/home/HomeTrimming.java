package io.microblog.post.home;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps homes near their capacity. What is too old in one home lies on as many pages as it has entries, but on each of them
 * beside what is too old in others. So homes are not cut one by one: when much has been written to a partition of them, all
 * of its homes are, in the order of its pages, each of which is read once and written at most once.
 *
 * <p>Steps are short transactions with rests of the same length, one instance works at a partition, and another trims it
 * again if that one dies. A step that a crash takes back is made again the next time.
 */
@Component
class HomeTrimming {

    private static final Logger LOG = LoggerFactory.getLogger(HomeTrimming.class);

    /** How many homes are looked at, or marked, by one statement. */
    private static final int SLICE = 1_000;

    /** How many homes are cut together, about; so much is kept in memory. */
    private static final int HOMES = 50_000;

    /** Of a partition's pages of 8 KiB, those of one transaction. */
    private static final int PAGES = 2_048;

    /** The partition that has grown most since it was trimmed, as the database counts, and which nobody trims. */
    private static final String CLAIM = """
            WITH grown AS (
                SELECT p.name, s.n_tup_ins AS written, s.n_live_tup AS entries,
                    s.n_tup_ins - CASE WHEN p.written > s.n_tup_ins THEN 0 ELSE p.written END AS growth
                FROM home_partition p JOIN pg_stat_user_tables s ON s.relid = CAST(p.name AS regclass)),
            due AS (
                SELECT p.name, g.written FROM home_partition p JOIN grown g ON g.name = p.name
                WHERE p.claimed_until < now() AND g.growth > 1000 + :growth * g.entries
                ORDER BY g.growth DESC LIMIT 1 FOR UPDATE OF p SKIP LOCKED)
            UPDATE home_partition p SET claimed_until = now() + interval '1 hour' FROM due WHERE p.name = due.name
            RETURNING due.name, due.written
            """;

    private static final String FINISH =
            "UPDATE home_partition SET written = :written, claimed_until = '-infinity' WHERE name = :name";

    /** What will have gone is not merged any more. Homes that somebody else holds must not be waited for in this order. */
    private static final String RAISE_FLOORS = """
            WITH held AS MATERIALIZED (
                SELECT h.owner_id, cut.last
                FROM home h JOIN unnest(:owners::bigint[], :lasts::bigint[]) AS cut (owner_id, last)
                    ON cut.owner_id = h.owner_id
                WHERE h.floor < cut.last AND h.state <> 'AWAY' FOR UPDATE OF h SKIP LOCKED)
            UPDATE home h SET floor = held.last FROM held WHERE h.owner_id = held.owner_id
            """;

    /** The SQL state of a lock that was waited for too long. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final HomeProperties properties;
    private final TransactionTemplate transactions;

    HomeTrimming(JdbcClient jdbc, HomeProperties properties, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.transactions = transactions;
    }

    private record Due(String name, long written) {}

    private record Home(long owner, @Nullable Long last) {}

    /** Trims a partition if one has grown enough. */
    @Scheduled(fixedDelayString = "${microblog.timeline.check-interval}")
    void trimNext() {
        Optional<Due> due = jdbc.sql(CLAIM)
                .param("growth", properties.trimGrowth())
                .query(Due.class)
                .optional();
        due.ifPresent(part -> {
            try {
                trim(part.name());
                jdbc.sql(FINISH).paramSource(part).update();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Cuts each home of a partition to its capacity. Not within a transaction. */
    void trim(String partition) throws InterruptedException {
        List<Home> tooLong = new ArrayList<>();
        long above = 0;
        int looked = SLICE;
        while (looked == SLICE) {
            List<Home> homes = look(partition, above);
            looked = homes.size();
            above = looked == 0 ? above : homes.getLast().owner();
            List<Home> some = homes.stream().filter(home -> home.last() != null).toList();
            if (!some.isEmpty()) {
                jdbc.sql(RAISE_FLOORS)
                        .param("owners", owners(some))
                        .param("lasts", lasts(some))
                        .update();
                tooLong.addAll(some);
            }
            if (tooLong.size() >= HOMES || looked < SLICE) {
                cut(partition, tooLong);
                tooLong.clear();
            }
        }
    }

    private List<Home> look(String partition, long above) {
        return jdbc.sql(nextHomes(partition))
                .param("above", above)
                .param("capacity", properties.capacity())
                .param("homes", SLICE)
                .query((row, number) -> new Home(row.getLong("owner"), row.getObject("last", Long.class)))
                .list();
    }

    private static Long[] owners(List<Home> homes) {
        return homes.stream().map(Home::owner).toArray(Long[]::new);
    }

    private static Long[] lasts(List<Home> homes) {
        return homes.stream().map(Home::last).toArray(Long[]::new);
    }

    private void cut(String partition, List<Home> homes) throws InterruptedException {
        if (homes.isEmpty()) {
            return;
        }
        Long[] owners = owners(homes);
        Long[] lasts = lasts(homes);
        long pages = jdbc.sql("SELECT pg_relation_size(CAST(:name AS regclass)) / 8192")
                .param("name", partition)
                .query(Long.class)
                .single();
        for (long page = 0; page < pages; page += PAGES) {
            long from = page;
            long begin = System.nanoTime();
            try {
                transactions.executeWithoutResult(_ -> cut(partition, owners, lasts, from));
            } catch (UncategorizedSQLException e) {
                if (!(e.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()))) {
                    throw e;
                }
                LOG.debug("Somebody deletes on pages of {} from {}, which are left as they are", partition, from);
            }
            Thread.sleep((System.nanoTime() - begin) / 1_000_000);
        }
    }

    /** Others, who delete entries of a home in another order, are not waited for until one of both would have to fail. */
    private void cut(String partition, Long[] owners, Long[] lasts, long page) {
        jdbc.sql("SET LOCAL lock_timeout = '200ms'").update();
        jdbc.sql("SET LOCAL synchronous_commit = off").update();
        jdbc.sql(cutting(partition))
                .param("owners", owners)
                .param("lasts", lasts)
                .param("from", "(%d,0)".formatted(page))
                .param("to", "(%d,0)".formatted(page + PAGES))
                .update();
    }

    /** The next homes of a partition, each with the newest of its entries that has to go, if there is one. */
    private static String nextHomes(String partition) {
        return """
            WITH RECURSIVE owner AS (
                (SELECT owner_id AS id FROM %1$s WHERE owner_id > :above ORDER BY owner_id LIMIT 1)
                UNION ALL
                SELECT (SELECT h.owner_id FROM %1$s h WHERE h.owner_id > owner.id ORDER BY h.owner_id LIMIT 1)
                FROM owner WHERE owner.id IS NOT NULL)
            SELECT owner.id AS owner, (
                SELECT h.post_id FROM %1$s h WHERE h.owner_id = owner.id
                ORDER BY h.post_id DESC OFFSET :capacity LIMIT 1) AS last
            FROM owner WHERE owner.id IS NOT NULL LIMIT :homes
            """.formatted(partition);
    }

    private static String cutting(String partition) {
        return """
            DELETE FROM %s h USING unnest(:owners::bigint[], :lasts::bigint[]) AS cut (owner_id, last)
            WHERE h.ctid >= CAST(:from AS tid) AND h.ctid < CAST(:to AS tid)
                AND h.owner_id = cut.owner_id AND h.post_id <= cut.last
            """.formatted(partition);
    }
}
