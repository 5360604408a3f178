package io.microblog.post.reaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Page;
import io.microblog.post.author.Authors;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.PostIds.Entry;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who reacted to a post, and which posts a person reacted to. Both go by the ids of the reactions, newest first. */
@Component
class ReactionLists {

    private static final PageQuery FAVOURITES = query("favourites.sql");
    private static final PageQuery BOOKMARKS = query("bookmarks.sql");
    private static final PageQuery FAVOURITED_BY = query("favourited-by.sql");
    private static final PageQuery BOOSTED_BY = query("boosted-by.sql");

    private final PostIds ids;
    private final Statuses statuses;
    private final Authors authors;
    private final BaseUrl base;

    ReactionLists(PostIds ids, Statuses statuses, Authors authors, BaseUrl base) {
        this.ids = ids;
        this.statuses = statuses;
        this.authors = authors;
        this.base = base;
    }

    private static PageQuery query(String name) {
        return PageQuery.of(ReactionLists.class, name);
    }

    /** The posts that a person favourited and may still see. */
    List<Entry> favourites(long accountId, Page page) {
        return ids.entries(page, Map.of("reader", accountId), FAVOURITES);
    }

    /** The posts that a person bookmarked and may still see. */
    List<Entry> bookmarks(long accountId, Page page) {
        return ids.entries(page, Map.of("reader", accountId), BOOKMARKS);
    }

    /**
     * The people who favourited a post and whom the reader may come across.
     *
     * @throws io.microblog.kit.problem.NotFound when the post is not there or not for this reader
     */
    List<Entry> favouritedBy(long id, Reader reader, Page page) {
        return ids.entries(page, params(id, reader), FAVOURITED_BY);
    }

    /**
     * The people who boosted a post for all to see and whom the reader may come across.
     *
     * @throws io.microblog.kit.problem.NotFound when the post is not there or not for this reader
     */
    List<Entry> boostedBy(long id, Reader reader, Page page) {
        return ids.entries(page, params(id, reader), BOOSTED_BY);
    }

    private Map<String, @Nullable Object> params(long id, Reader reader) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("post", statuses.original(id, reader).id());
        params.put("reader", reader.id());
        return params;
    }

    List<PublicAccount> accounts(List<Entry> entries) {
        return authors.shown(entries.stream().map(Entry::of).toList(), base);
    }
}
