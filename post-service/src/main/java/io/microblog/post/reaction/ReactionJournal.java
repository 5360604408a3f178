package io.microblog.post.reaction;

import java.util.Optional;

import io.microblog.event.EngagementEvent.PostBoosted;
import io.microblog.event.EngagementEvent.PostFavourited;
import io.microblog.event.EngagementEvent.PostUnboosted;
import io.microblog.event.EngagementEvent.PostUnfavourited;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes reactions: each with its numbers and its event in one transaction, and nothing when nothing changes. */
@Component
class ReactionJournal {

    private final ReactionRows rows;
    private final EngagementCounts counts;
    private final Outbox outbox;

    ReactionJournal(ReactionRows rows, EngagementCounts counts, Outbox outbox) {
        this.rows = rows;
        this.counts = counts;
        this.outbox = outbox;
    }

    @Transactional
    void favourite(long accountId, long postId) {
        counts.hold(postId);
        if (rows.add(Reaction.FAVOURITE, accountId, postId)) {
            outbox.append(new PostFavourited(counts.recount(postId), accountId));
        }
    }

    @Transactional
    void unfavourite(long accountId, long postId) {
        counts.hold(postId);
        if (rows.remove(Reaction.FAVOURITE, accountId, postId).isPresent()) {
            outbox.append(new PostUnfavourited(counts.recount(postId), accountId));
        }
    }

    /** The id of the person's boost, new or old. */
    @Transactional
    long boost(long accountId, long postId, Visibility visibility) {
        counts.hold(postId);
        Optional<Long> boost = rows.addBoost(accountId, postId, visibility);
        boost.ifPresent(id -> outbox.append(new PostBoosted(counts.recount(postId), accountId, id, visibility)));
        return boost.or(() -> rows.boost(accountId, postId)).orElseThrow();
    }

    @Transactional
    void unboost(long accountId, long postId) {
        counts.hold(postId);
        rows.remove(Reaction.BOOST, accountId, postId)
                .ifPresent(id -> outbox.append(new PostUnboosted(counts.recount(postId), accountId, id)));
    }

    @Transactional
    void bookmark(long accountId, long postId) {
        counts.hold(postId);
        rows.add(Reaction.BOOKMARK, accountId, postId);
    }

    @Transactional
    void unbookmark(long accountId, long postId) {
        rows.remove(Reaction.BOOKMARK, accountId, postId);
    }
}
