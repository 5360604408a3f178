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
            outbox.append(new PostFavourited(counts.countFavourite(postId, 1), accountId));
        }
    }

    /** Whether there was a favourite. */
    @Transactional
    boolean unfavourite(long accountId, long postId) {
        counts.hold(postId);
        Optional<Long> favourite = rows.remove(Reaction.FAVOURITE, accountId, postId);
        favourite.ifPresent(id -> outbox.append(new PostUnfavourited(counts.countFavourite(postId, -1), accountId)));
        return favourite.isPresent();
    }

    /** The id of the person's boost, new or old. */
    @Transactional
    long boost(long accountId, long postId, Visibility visibility) {
        counts.hold(postId);
        Optional<Long> boost = rows.addBoost(accountId, postId, visibility);
        boost.ifPresent(id -> outbox.append(new PostBoosted(counts.countBoost(postId, 1), accountId, id, visibility)));
        return boost.or(() -> rows.boost(accountId, postId)).orElseThrow();
    }

    /** Whether there was a boost. */
    @Transactional
    boolean unboost(long accountId, long postId) {
        counts.hold(postId);
        Optional<Long> boost = rows.remove(Reaction.BOOST, accountId, postId);
        boost.ifPresent(id -> outbox.append(new PostUnboosted(counts.countBoost(postId, -1), accountId, id)));
        return boost.isPresent();
    }

    @Transactional
    void bookmark(long accountId, long postId) {
        counts.hold(postId);
        rows.add(Reaction.BOOKMARK, accountId, postId);
    }

    /** Whether there was a bookmark. */
    @Transactional
    boolean unbookmark(long accountId, long postId) {
        return rows.remove(Reaction.BOOKMARK, accountId, postId).isPresent();
    }
}
