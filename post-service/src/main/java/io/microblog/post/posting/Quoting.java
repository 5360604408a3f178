package io.microblog.post.posting;

import io.microblog.event.Visibility;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.posting.Post.Quoted;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Statuses;
import io.microblog.post.status.Statuses.Quotable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an author may quote, and who may see it then. */
@Component
class Quoting {

    private final Statuses statuses;

    Quoting(Statuses statuses) {
        this.statuses = statuses;
    }

    /**
     * What a post is about to quote.
     *
     * @param post the quoted post
     * @param visibility who may see that
     */
    record Chosen(Quoted post, Visibility visibility) {

        /** A post that not everybody may see is carried to nobody else. */
        Visibility narrow(Visibility wanted) {
            boolean forEverybody = wanted == Visibility.PUBLIC || wanted == Visibility.UNLISTED;
            return visibility == Visibility.PRIVATE && forEverybody ? Visibility.PRIVATE : wanted;
        }

        /**
         * Nobody is quoted to others behind their back.
         *
         * @throws Invalid when a direct post by another person does not name whom it quotes
         */
        void requireNamed(Visibility wanted, long authorId, Content content) {
            if (wanted == Visibility.DIRECT
                    && post.authorId() != authorId
                    && !content.mentionedIds().contains(post.authorId())) {
                throw Invalid.field("quoted_status_id", "ERR_INVALID", "is by somebody whom the post does not mention");
            }
        }
    }

    /**
     * What the author wants to quote; null when that is nothing.
     *
     * @throws NotFound when it is not there, or not for this author
     * @throws NotAllowed when this author may not quote it
     */
    @Nullable
    Chosen choose(@Nullable Long id, Reader author) {
        if (id == null) {
            return null;
        }
        Quotable found = statuses.quotable(id, author)
                .orElseThrow(() -> new NotFound("The post you are trying to quote does not appear to exist."));
        if (!found.allowed()) {
            throw new NotAllowed("You are not allowed to quote this post");
        }
        return new Chosen(new Quoted(found.id(), found.authorId()), found.visibility());
    }
}
