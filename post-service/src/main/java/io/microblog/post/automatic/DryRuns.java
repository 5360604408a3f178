package io.microblog.post.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Conflict;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Dry runs as administrators start, watch and end them. */
@Service
class DryRuns {

    /** How far back posts are judged. */
    static final Duration MONTH = Duration.ofDays(30);

    private final DryRunRows rows;
    private final AutomaticRules rules;
    private final IdGenerator ids;

    DryRuns(DryRunRows rows, AutomaticRules rules, IdGenerator ids) {
        this.rows = rows;
        this.rules = rules;
        this.ids = ids;
    }

    /**
     * Begins to judge the posts of the last 30 days.
     *
     * @throws io.microblog.kit.problem.Invalid naming the fields that cannot be accepted
     * @throws NotFound when the saved rule is not there
     * @throws Conflict while another one runs
     */
    DryRun start(long actor, DryRunRequest request) {
        AutomaticRule rule = request.ruleId() == null ? request.rule() : rules.require(request.ruleId());
        long id = ids.next();
        DryRun run = new DryRun(
                id,
                request.ruleId(),
                rule.conditions(),
                rule.action(),
                DryRun.State.RUNNING,
                id,
                IdGenerator.firstOf(Instant.now().minus(MONTH)) - 1,
                null,
                0,
                0,
                null);
        try {
            rows.add(run, actor);
        } catch (DuplicateKeyException anotherOne) {
            throw new Conflict("Another dry run has not ended yet");
        }
        return run;
    }

    /**
     * One run.
     *
     * @throws NotFound when there is none with this id
     */
    DryRun require(long id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    List<DryRun> page(Page page) {
        return rows.page(page);
    }

    /** A part of what a run caught first, the newest post first. */
    List<Long> caught(long id, Page page) {
        return rows.caught(require(id).id(), page);
    }

    /** Ends a run; one that has ended stays as it is. */
    DryRun cancel(long id) {
        rows.cancel(id);
        return require(id);
    }
}
