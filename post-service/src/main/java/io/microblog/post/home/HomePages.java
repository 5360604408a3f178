package io.microblog.post.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.kit.web.Page;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads homes, by rules that hold at that moment. */
@Component
public class HomePages {

    private static final PageQuery PAGE = PageQuery.of(HomePages.class, "home-timeline.sql");

    private final PostIds ids;
    private final Homes homes;

    HomePages(PostIds ids, Homes homes) {
        this.ids = ids;
        this.homes = homes;
    }

    /** A page with one column more, which is the same in each row. A page without ids is one row without an id. */
    private record Row(@Nullable Long id, boolean noted) {

        private static Row of(ResultSet row, int number) throws SQLException {
            return new Row(row.getObject("id", Long.class), row.getBoolean("noted"));
        }
    }

    /** What the owner finds at home; somebody who was away waits until it is there again, a few hundredths of a second. */
    public List<Long> page(long ownerId, Page page) {
        List<Row> found = read(ownerId, page);
        if (!found.getFirst().noted()) {
            homes.welcome(ownerId);
            found = read(ownerId, page);
        }
        return found.stream().map(Row::id).filter(Objects::nonNull).toList();
    }

    private List<Row> read(long ownerId, Page page) {
        return ids.page(page, Map.of("reader", ownerId), PAGE, Row::of);
    }
}
