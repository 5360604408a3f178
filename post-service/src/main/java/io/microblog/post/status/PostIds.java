package io.microblog.post.status;

import java.util.List;
import java.util.Map;

import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The skeleton of a list: one page of ids, in one query. */
@Component
public class PostIds {

    /** Rows of which only the first column matters. */
    static final RowMapper<Long> ID = (row, number) -> row.getLong(1);

    private final JdbcClient jdbc;

    PostIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of a list that does not go by the ids of what it shows.
     *
     * @param cursor the id that pages go by
     * @param of the id of what is shown
     */
    public record Entry(long cursor, long of) {}

    /** One page, newest first. */
    public List<Long> page(Page page, Map<String, ? extends @Nullable Object> params, PageQuery query) {
        return page(page, params, query, ID);
    }

    /** The same of rows that say more than an id. */
    public <T> List<T> page(
            Page page, Map<String, ? extends @Nullable Object> params, PageQuery query, RowMapper<T> rows) {
        JdbcClient.StatementSpec statement = jdbc.sql(page.upwards() ? query.upwards() : query.downwards())
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .param("upwards", page.upwards());
        params.forEach(statement::param);
        List<T> found = statement.query(rows).list();
        return page.newestFirst(found);
    }

    /**
     * One page, newest first, that goes by another id than that of what is shown: by the first column of the query, which is
     * followed by the latter.
     */
    public List<Entry> entries(Page page, Map<String, ? extends @Nullable Object> params, PageQuery query) {
        return page(page, params, query, (row, number) -> new Entry(row.getLong(1), row.getLong(2)));
    }
}
