package io.microblog.post.status;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * Where a list comes from.
     *
     * @param id the column that pages go by
     * @param from what follows FROM, up to and with a WHERE condition
     */
    public record Source(String id, String from) {}

    /**
     * One line of a list that does not go by the ids of what it shows.
     *
     * @param cursor the id that pages go by
     * @param of the id of what is shown
     */
    public record Entry(long cursor, long of) {}

    /**
     * One page of several sources merged, newest first.
     *
     * @param params of the sources
     */
    public List<Long> page(Page page, Map<String, ? extends @Nullable Object> params, Source... sources) {
        String order = order(page);
        String sql = Stream.of(sources)
                .map(source -> select(source.id() + " AS id", source, page))
                .collect(Collectors.joining(") UNION ALL (", "(", ")"));
        return select(sources.length == 1 ? sql : sql + " ORDER BY id " + order + " LIMIT :limit", page, params, ID);
    }

    /** One page, newest first. */
    public List<Long> page(Page page, Map<String, ? extends @Nullable Object> params, PageQuery query) {
        return page(page, params, query, ID);
    }

    /** The same of rows that say more than an id. */
    public <T> List<T> page(
            Page page, Map<String, ? extends @Nullable Object> params, PageQuery query, RowMapper<T> rows) {
        return select(page.upwards() ? query.upwards() : query.downwards(), page, params, rows);
    }

    /**
     * One page, newest first, that goes by another id than that of what is shown.
     *
     * @param from as in {@link Source}
     * @param cursor the column that the page goes by
     * @param of the column with the id of what is shown
     */
    public List<Entry> entries(
            String from, String cursor, String of, Page page, Map<String, ? extends @Nullable Object> params) {
        return select(
                select(cursor + ", " + of, new Source(cursor, from), page),
                page,
                params,
                (row, number) -> new Entry(row.getLong(1), row.getLong(2)));
    }

    /**
     * One page of a source within bounds.
     *
     * @param source a query up to and with a WHERE condition
     * @param id the column that the page goes by
     * @param order of the ids, ASC or DESC
     */
    public static String part(String source, String id, String below, String above, String order) {
        return "%1$s AND %2$s < %3$s AND %2$s > %4$s ORDER BY %2$s %5$s LIMIT :limit"
                .formatted(source, id, below, above, order);
    }

    private static String select(String columns, Source source, Page page) {
        return "SELECT %1$s FROM %2$s AND %3$s < :below AND %3$s > :above ORDER BY %3$s %4$s LIMIT :limit"
                .formatted(columns, source.from(), source.id(), order(page));
    }

    private <T> List<T> select(
            String sql, Page page, Map<String, ? extends @Nullable Object> params, RowMapper<T> rows) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .param("upwards", page.upwards());
        params.forEach(statement::param);
        List<T> found = statement.query(rows).list();
        return page.upwards() ? found.reversed() : found;
    }

    private static String order(Page page) {
        return page.upwards() ? "ASC" : "DESC";
    }
}
