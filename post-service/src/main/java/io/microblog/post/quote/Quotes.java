package io.microblog.post.quote;

import java.util.List;
import java.util.Map;

import io.microblog.event.QuotePolicy;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.web.Page;
import io.microblog.post.posting.QuoteJournal;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import io.microblog.post.status.Statuses.Original;
import org.springframework.stereotype.Service;

/** What people make of quotes of their posts. */
@Service
class Quotes {

    private static final PageQuery QUOTING = PageQuery.of(Quotes.class, "quotes.sql");

    private final QuoteJournal journal;
    private final Statuses statuses;
    private final PostIds ids;

    Quotes(QuoteJournal journal, Statuses statuses, PostIds ids) {
        this.journal = journal;
        this.statuses = statuses;
        this.ids = ids;
    }

    /**
     * One page of the posts that quote a post, newest first, without those of people whom the reader does not want to meet.
     *
     * @throws io.microblog.kit.problem.NotFound when the post is not there or not for this reader
     */
    List<Long> of(long id, long readerId, Page page) {
        long post = statuses.original(id, new Reader(readerId)).id();
        return ids.page(page, Map.of("post", post, "reader", readerId), QUOTING);
    }

    /**
     * Takes the author's own post out of one that quotes it.
     *
     * @return the post that quoted it; if its own author alone lets others see it, without what it says
     * @throws io.microblog.kit.problem.NotFound when the post is not there or not for this author, or nothing quotes it so
     * @throws NotAllowed when it is somebody else's
     */
    Status revoke(long authorId, long id, long quotingId) {
        journal.revoke(quotingId, own(authorId, id).id());
        Reader reader = new Reader(authorId);
        return statuses.read(List.of(quotingId), reader).stream()
                .findFirst()
                .orElseGet(() -> statuses.emptied(quotingId, reader));
    }

    /**
     * Decides who may quote the author's own post from now on.
     *
     * @throws io.microblog.kit.problem.NotFound when the post is not there or not for this author
     * @throws NotAllowed when it is somebody else's
     */
    Status allow(long authorId, long id, QuotePolicy policy) {
        long post = own(authorId, id).id();
        journal.allow(post, authorId, policy);
        return statuses.one(post, new Reader(authorId));
    }

    private Original own(long authorId, long id) {
        Original post = statuses.original(id, new Reader(authorId));
        if (post.authorId() != authorId) {
            throw new NotAllowed();
        }
        return post;
    }
}
