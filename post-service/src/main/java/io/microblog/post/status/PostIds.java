package io.microblog.post.status;

import java.util.List;
import java.util.Map;

import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The skeleton of a list of posts: one page of their ids. */
@Component
public class PostIds {

    /** Rows of which only the first column matters. */
    static final RowMapper<Long> ID = (row, number) -> row.getLong(1);

    private final JdbcClient jdbc;

    PostIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page, newest first, in one query.
     *
     * @param from what follows FROM, up to and with a WHERE condition
     * @param id the column that the page goes by
     * @param params of {@code from}
     */
    public List<Long> page(String from, String id, Page page, Map<String, ? extends @Nullable Object> params) {
        String sql = "SELECT %2$s FROM %1$s AND %2$s < :below AND %2$s > :above ORDER BY %2$s %3$s LIMIT :limit"
                .formatted(from, id, page.upwards() ? "ASC" : "DESC");
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit());
        params.forEach(statement::param);
        List<Long> ids = statement.query(ID).list();
        return page.upwards() ? ids.reversed() : ids;
    }
}
