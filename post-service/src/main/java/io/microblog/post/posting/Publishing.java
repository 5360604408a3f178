package io.microblog.post.posting;

import java.util.Optional;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Problem;
import io.microblog.post.automatic.RuleVerdict;
import io.microblog.post.automatic.Screening;
import io.microblog.post.posting.Preparation.Prepared;
import io.microblog.post.schedule.DuePosts;
import io.microblog.post.schedule.DuePosts.Claim;
import io.microblog.post.schedule.ScheduledPost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes scheduled posts when they are due, each once however many instances look. One that cannot be published is
 * its author's draft again, with the reason; one that failed is tried again for some hours. Neither holds up the others.
 */
@Component
class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    /** Then other scheduled work has its turn. */
    private static final int BATCH = 100;

    private final DuePosts due;
    private final Preparation preparation;
    private final Screening screening;
    private final ScheduleJournal journal;
    private final IdGenerator ids;

    Publishing(DuePosts due, Preparation preparation, Screening screening, ScheduleJournal journal, IdGenerator ids) {
        this.due = due;
        this.preparation = preparation;
        this.screening = screening;
        this.journal = journal;
        this.ids = ids;
    }

    @Scheduled(fixedDelayString = "${microblog.schedules.check-interval}")
    void publishDue() {
        int left = BATCH;
        Optional<Claim> next = due.claimNext();
        while (next.isPresent()) {
            publish(next.get());
            left--;
            next = left > 0 ? due.claimNext() : Optional.empty();
        }
    }

    private void publish(Claim claim) {
        ScheduledPost scheduled = claim.post();
        try {
            Prepared prepared = preparation.prepare(scheduled.authorId(), scheduled.command());
            long id = ids.next();
            RuleVerdict verdict = screening.judge(prepared.judged(id));
            journal.publish(claim, prepared.post(id, scheduled.app(), verdict), verdict, prepared);
        } catch (RuntimeException failure) {
            fail(claim, failure);
        }
    }

    private void fail(Claim claim, RuntimeException failure) {
        if (failure instanceof Problem problem && problem.status().is4xxClientError()) {
            due.giveBack(claim, problem);
            return;
        }
        LOG.warn("Scheduled post {} was not published", claim.post().id(), failure);
        if (claim.isLast()) {
            due.giveBack(claim, givenUp());
        }
    }

    private static Problem givenUp() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "It could not be published, though it was tried for hours",
                "publishing-given-up",
                null);
    }
}
