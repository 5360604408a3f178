package io.microblog.post.timeline;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Authors with so many followers that what they publish is merged into homes at reading instead of written to each. An
 * author becomes large with a follow and small again some time after followers have left; between the two numbers of
 * followers nothing changes, so that nobody goes to and fro.
 */
@Component
class LargeAuthors {

    private final JdbcClient jdbc;
    private final AuthorLocks locks;
    private final TimelineProperties properties;
    private final TransactionTemplate transactions;

    LargeAuthors(JdbcClient jdbc, AuthorLocks locks, TimelineProperties properties, TransactionTemplate transactions) {
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
        shrunk.forEach(author -> transactions.executeWithoutResult(transaction -> shrink(author)));
    }

    /** Writes to homes what was only merged until now, in the transaction after which nothing is merged any more. */
    private void shrink(long authorId) {
        locks.alone(authorId);
        int large = jdbc.sql("DELETE FROM large_author WHERE author_id = :author")
                .param("author", authorId)
                .update();
        if (large == 1) {
            catchUp(HomeStatements.CATCH_UP, authorId);
            catchUp(HomeStatements.CATCH_UP_BOOSTS, authorId);
        }
    }

    private void catchUp(String sql, long authorId) {
        jdbc.sql(sql)
                .param("author", authorId)
                .param("limit", properties.capacity())
                .update();
    }
}
