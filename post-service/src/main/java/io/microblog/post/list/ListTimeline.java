package io.microblog.post.list;

import java.util.List;
import java.util.Map;

import io.microblog.kit.web.Page;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import org.springframework.stereotype.Component;

/** Reads the timelines of lists, by rules that hold at that moment. */
@Component
public class ListTimeline {

    private static final PageQuery PAGE = PageQuery.of(ListTimeline.class, "list-timeline.sql");

    private final PostIds ids;

    ListTimeline(PostIds ids) {
        this.ids = ids;
    }

    /** What a person finds on a list of theirs. */
    public List<Long> page(UserList list, long ownerId, Page page) {
        Map<String, Object> params = Map.of(
                "reader", ownerId,
                "list", Long.valueOf(list.id()),
                "replies", list.repliesPolicy().name());
        return ids.page(page, params, PAGE);
    }
}
