package io.microblog.post.home;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import io.microblog.kit.id.IdGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Authors with so many followers that what they publish is merged into homes at reading instead of written to each. An
 * author becomes large with a follow and small again some time after followers have left; between the two numbers of
 * followers nothing changes, so that nobody goes to and fro.
 */
@Component
class LargeAuthors {

    private static final Logger LOG = LoggerFactory.getLogger(LargeAuthors.class);

    /** Longer than a transaction takes: what has an older id than that has been committed. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final String NEXT_FOLLOWERS = """
            SELECT max(from_id) FROM (
                SELECT from_id FROM relationship WHERE to_id = :author AND following AND from_id > :above
                ORDER BY from_id LIMIT :few) f
            """;

    private final JdbcClient jdbc;
    private final AuthorLocks locks;
    private final HomeProperties properties;
    private final TransactionTemplate transactions;

    LargeAuthors(JdbcClient jdbc, AuthorLocks locks, HomeProperties properties, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.properties = properties;
        this.transactions = transactions;
    }

    /** Makes an author large who has followers enough. What was written to homes before may stay there. */
    void grow(long authorId) {
        jdbc.sql("""
                INSERT INTO large_author (author_id)
                SELECT author_id FROM author_counts WHERE author_id = :author AND followers >= :limit
                ON CONFLICT DO NOTHING
                """)
                .param("author", authorId)
                .param("limit", properties.fanOutLimit())
                .update();
    }

    /** Makes those small again who have a fifth less than it takes. */
    @Scheduled(fixedDelayString = "${microblog.timeline.check-interval}")
    void shrink() {
        List<Long> shrunk = jdbc.sql("""
                SELECT l.author_id FROM large_author l LEFT JOIN author_counts c ON c.author_id = l.author_id
                WHERE coalesce(c.followers, 0) < :enough
                """)
                .param("enough", properties.fanOutLimit() * 4L / 5)
                .query((row, number) -> row.getLong(1))
                .list();
        shrunk.forEach(this::tryToShrink);
    }

    /** One whose homes cannot be written to holds up no other. */
    private void tryToShrink(long authorId) {
        try {
            shrink(authorId);
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("Author {} stays large for now", authorId, later);
        }
    }

    /**
     * Writes to homes what was only merged until now: to a few at a time, as the author's posts wait for each. Until the
     * end it is merged, too, and stands there once. What was published meanwhile is written to all homes in the transaction
     * after which nothing is merged any more.
     */
    private void shrink(long authorId) {
        long begun = IdGenerator.firstOf(Instant.now().minus(MARGIN));
        OptionalLong reached = OptionalLong.of(0);
        while (reached.isPresent()) {
            long above = reached.getAsLong();
            reached = Objects.requireNonNull(transactions.execute(_ -> writeToFew(authorId, above)));
        }
        transactions.executeWithoutResult(_ -> {
            locks.alone(authorId);
            int large = jdbc.sql("DELETE FROM large_author WHERE author_id = :author")
                    .param("author", authorId)
                    .update();
            if (large == 1) {
                catchUp(authorId, 0, Long.MAX_VALUE, begun);
            }
        });
    }

    /** The id of the last follower who was served; empty when there are no more. */
    private OptionalLong writeToFew(long authorId, long above) {
        locks.alone(authorId);
        Optional<Long> upTo = jdbc.sql(NEXT_FOLLOWERS)
                .param("author", authorId)
                .param("above", above)
                .param("few", Math.max(1, properties.fanOutLimit() / 50))
                .query(Long.class)
                .optional();
        upTo.ifPresent(last -> catchUp(authorId, above, last, 0));
        return upTo.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private void catchUp(long authorId, long above, long upTo, long since) {
        for (String sql : List.of(HomeStatements.CATCH_UP, HomeStatements.CATCH_UP_BOOSTS)) {
            jdbc.sql(sql)
                    .param("author", authorId)
                    .param("limit", properties.capacity())
                    .param("above", above)
                    .param("upTo", upTo)
                    .param("since", since)
                    .update();
        }
    }
}
