package io.microblog.post.reaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Page;
import io.microblog.post.author.Authors;
import io.microblog.post.status.Audience;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.PostIds.Entry;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Statuses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who reacted to a post, and which posts a person reacted to. Both go by the ids of the reactions, newest first. */
@Component
class ReactionLists {

    private static final String PEOPLE =
            "%s x JOIN author a ON a.id = x.account_id WHERE x.post_id = :post AND NOT a.suspended AND "
                    + Audience.meets("x.account_id");

    /** Who boosts for followers only is known to them alone. */
    private static final String BOOSTERS = PEOPLE + " AND x.visibility <> 'PRIVATE'";

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

    /** The posts to which a person reacted and which they may still see. */
    List<Entry> posts(Reaction reaction, long accountId, Page page) {
        String from = "%s x JOIN seen_by(:reader) p ON p.id = x.post_id WHERE x.account_id = :reader"
                .formatted(reaction.table());
        return ids.entries(from, "x.id", "x.post_id", page, Map.of("reader", accountId));
    }

    /**
     * The people who reacted to a post and whom the reader may come across.
     *
     * @throws io.microblog.kit.problem.NotFound when the post is not there or not for this reader
     */
    List<Entry> people(Reaction reaction, long id, Reader reader, Page page) {
        String from = reaction == Reaction.BOOST ? BOOSTERS : PEOPLE;
        long post = statuses.original(id, reader).id();
        return ids.entries(from.formatted(reaction.table()), "x.id", "x.account_id", page, params(post, reader));
    }

    private static Map<String, @Nullable Object> params(long post, Reader reader) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("post", post);
        params.put("reader", reader.id());
        return params;
    }

    List<PublicAccount> accounts(List<Entry> entries) {
        return authors.shown(entries.stream().map(Entry::of).toList(), base);
    }
}
