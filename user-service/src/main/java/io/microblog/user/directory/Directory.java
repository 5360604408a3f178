package io.microblog.user.directory;

import java.sql.Types;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds the people who want to be found, without those whom the reader does not come across. */
@Service
class Directory {

    /** Subqueries for a value, unlike {@code EXISTS}, are never planned as a join over a whole table. */
    private static final String SHOWN = """
            a.discoverable AND NOT a.suspended
            AND (NOT a.limited OR a.id = :reader
                OR (SELECT r.follow_id FROM relationship r WHERE r.from_id = :reader AND r.to_id = a.id) IS NOT NULL)
            AND (SELECT coalesce(r.block_id, r.mute_id) FROM relationship r WHERE r.from_id = :reader AND r.to_id = a.id)
                IS NULL
            AND (SELECT r.block_id FROM relationship r WHERE r.from_id = a.id AND r.to_id = :reader) IS NULL
            """;

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who comes first. */
    enum Order {
        /** Those who wrote last; without those who never did. */
        ACTIVE("""
                SELECT a.id FROM post_stats p JOIN account a ON a.id = p.author_id
                WHERE p.last_status_at IS NOT NULL AND %s
                ORDER BY p.last_status_at DESC, p.author_id DESC OFFSET :offset LIMIT :limit
                """),
        /** Those who came last. */
        NEW("SELECT a.id FROM account a WHERE %s ORDER BY a.id DESC OFFSET :offset LIMIT :limit");

        private final String sql;

        Order(String sql) {
            this.sql = sql.formatted(SHOWN);
        }
    }

    /**
     * Some of them.
     *
     * @param reader null for somebody signed out
     */
    List<Long> find(Order order, @Nullable Long reader, int offset, int limit) {
        return jdbc.sql(order.sql)
                .param("reader", reader, Types.BIGINT)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
