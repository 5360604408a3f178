package io.microblog.post.home;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.kit.web.Page;
import io.microblog.post.home.HomeQuery.Row;
import io.microblog.post.status.PostIds;
import org.springframework.stereotype.Component;

/** Reads homes, by rules that hold at that moment. */
@Component
public class HomePages {

    private final PostIds ids;
    private final Homes homes;

    HomePages(PostIds ids, Homes homes) {
        this.ids = ids;
        this.homes = homes;
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
        return ids.page(page, Map.of("reader", ownerId), HomeQuery::page, Row::of);
    }
}
