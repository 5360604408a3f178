package io.microblog.post.posting;

import io.microblog.post.automatic.RuleVerdict;
import io.microblog.post.draft.Drafts;
import io.microblog.post.posting.Preparation.Prepared;
import io.microblog.post.schedule.DuePosts;
import io.microblog.post.schedule.DuePosts.Claim;
import io.microblog.post.schedule.ScheduledPost;
import io.microblog.post.schedule.ScheduledPosts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes scheduled posts, and publishes each in the transaction that ends its waiting. */
@Component
class ScheduleJournal {

    private final PostJournal journal;
    private final IdempotencyKeys keys;
    private final ScheduledPosts scheduled;
    private final DuePosts due;
    private final Drafts drafts;

    ScheduleJournal(PostJournal journal, IdempotencyKeys keys, ScheduledPosts scheduled, DuePosts due, Drafts drafts) {
        this.journal = journal;
        this.keys = keys;
        this.scheduled = scheduled;
        this.due = due;
        this.drafts = drafts;
    }

    /**
     * Schedules a post unless its key has created one.
     *
     * @param draftId the draft that it was; null when it was none
     * @return whether it was scheduled
     */
    @Transactional
    boolean schedule(ScheduledPost post, @Nullable Long draftId, @Nullable String key) {
        if (key != null && !keys.claim(post.authorId(), key, new Created(post.id(), true))) {
            return false;
        }
        if (draftId != null) {
            drafts.end(post.authorId(), draftId);
        }
        scheduled.keep(post);
        return true;
    }

    /** Publishes a post that is due, unless it was published, moved or deleted meanwhile. */
    @Transactional
    void publish(Claim claim, Post post, RuleVerdict verdict, Prepared prepared) {
        if (due.take(claim)) {
            keys.passOn(claim.post().id(), post);
            journal.publish(post, verdict, prepared.content(), prepared.poll(), null, null);
        }
    }
}
