package io.microblog.post.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.microblog.kit.id.IdGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works at dry runs: page by page in the order of ids, each noted in the transaction that says how far it came, so that
 * whoever goes on after an instance was killed judges no post twice.
 */
@Component
class DryRunWork {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunWork.class);

    private static final int PAGE = 2_000;
    private static final int ATTEMPTS = 5;
    private static final Duration KEPT = Duration.ofDays(7);

    private final DryRunRows rows;
    private final PastPosts posts;
    private final Judge judge;
    private final TransactionTemplate transaction;

    DryRunWork(DryRunRows rows, PastPosts posts, Judge judge, TransactionTemplate transaction) {
        this.rows = rows;
        this.posts = posts;
        this.judge = judge;
        this.transaction = transaction;
    }

    /** Goes on with a run that nobody works at, to its end. */
    @Scheduled(fixedDelayString = "${microblog.automatic-rules.check-interval:1s}")
    void goOn() {
        rows.claim().ifPresent(this::work);
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT12M")
    void forgetOld() {
        rows.forgetBefore(IdGenerator.firstOf(Instant.now().minus(KEPT)));
    }

    private void work(DryRun claimed) {
        try {
            if (claimed.posts() == null) {
                rows.count(claimed.id(), posts.count(claimed.judgedTo(), claimed.upTo()));
            }
            Optional<DryRun> run = Optional.of(claimed);
            while (run.isPresent() && judgePage(run.get())) {
                run = rows.find(claimed.id());
            }
        } catch (RuntimeException failure) {
            LOG.warn("Dry run {} came no further", claimed.id(), failure);
            rows.giveUp(claimed.id(), ATTEMPTS);
        }
    }

    /** Whether there is more to judge. */
    private boolean judgePage(DryRun run) {
        List<JudgedPost> page = posts.between(run.judgedTo(), run.upTo(), PAGE);
        Map<Long, List<AutomaticRule>> found = judge.judge(List.of(run.rule()), page);
        List<Long> caught =
                page.stream().map(JudgedPost::id).filter(found::containsKey).toList();
        boolean last = page.size() < PAGE;
        long to = page.isEmpty() ? run.judgedTo() : page.getLast().id();
        return Boolean.TRUE.equals(transaction.execute(_ -> rows.advance(run, to, page.size(), caught, last)));
    }
}
