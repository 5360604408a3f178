package io.microblog.user.strike;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.user.account.Moderation;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.report.Cases;
import io.microblog.user.role.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Does something about accounts, each time as a strike in a case, and takes it back. */
@Service
public class Strikes {

    private static final String UNSAID = "–";

    private final StrikeRepository repository;
    private final ActKeys keys;
    private final Sanctions sanctions;
    private final AppealDecisions decisions;
    private final Moderation moderation;
    private final Cases cases;
    private final Roles roles;
    private final SecurityMails mails;
    private final AuditLog log;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;

    Strikes(
            StrikeRepository repository,
            ActKeys keys,
            Sanctions sanctions,
            AppealDecisions decisions,
            Moderation moderation,
            Cases cases,
            Roles roles,
            SecurityMails mails,
            AuditLog log,
            IdGenerator ids,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.keys = keys;
        this.sanctions = sanctions;
        this.decisions = decisions;
        this.moderation = moderation;
        this.cases = cases;
        this.roles = roles;
        this.mails = mails;
        this.log = log;
        this.ids = ids;
        this.transaction = transaction;
    }

    /**
     * What is to be done.
     *
     * @param text what the owner of the account is told about it
     * @param ruleIds the rules that were broken
     * @param postIds the posts that are to be deleted
     * @param lasting how long it holds; null for until it is lifted
     * @param told whether the owner is mailed and notified
     * @param key of a request that may be repeated: the same key does it once; null without one
     */
    public record Decision(
            Sanction sanction,
            String text,
            List<Long> ruleIds,
            List<Long> postIds,
            @Nullable Duration lasting,
            boolean told,
            @Nullable String key) {

        /**
         * What is checked of it.
         *
         * @throws Invalid when it is to end and cannot
         */
        public Decision {
            if (lasting != null && !sanction.lasts()) {
                throw Invalid.field("expires_in", "ERR_INVALID", "does not fit what does not last");
            }
        }
    }

    /**
     * Does something about an account, and settles what is open about it. Again under the same key it only makes sure that
     * it is in force.
     *
     * @param actor null for whoever runs the server
     * @param reportId the report that led to it, whose case it is in then; else it is in the open one
     */
    public void impose(@Nullable Long actor, long target, @Nullable Long reportId, Decision decision) {
        transaction.executeWithoutResult(status -> {
            moderation.lock(target);
            if (actor != null && decision.key() != null && !keys.claim(actor, target, decision.key())) {
                return;
            }
            long caseId = reportId == null ? cases.open(target) : cases.ofReport(reportId);
            Strike strike = strike(actor, target, caseId, decision);
            sanctions.impose(strike);
            log.note(actor, decision.sanction().noted(), target, reportId, decision.text());
            if (decision.told()) {
                String said = decision.text().isEmpty() ? UNSAID : decision.text();
                mails.send(decision.sanction().letter(), target, said, strike.id());
            }
            cases.settleAllOf(target, actor);
        });
        sanctions.enforce(decision.sanction(), target);
    }

    private Strike strike(@Nullable Long actor, long target, long caseId, Decision decision) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant end = decision.lasting() == null ? null : now.plus(decision.lasting());
        return new Strike(
                ids.next(),
                target,
                caseId,
                actor,
                decision.sanction(),
                decision.text(),
                decision.ruleIds(),
                decision.postIds(),
                now,
                end,
                null,
                null,
                null,
                null);
    }

    /** Lifts a sanction, whichever strikes hold it; who waits with an appeal against one is told that it is accepted. */
    public void liftAll(@Nullable Long actor, long target, Sanction sanction, AuditedAction noted) {
        transaction.executeWithoutResult(status -> {
            moderation.lock(target);
            sanctions.liftAll(target, sanction).forEach(strike -> decisions.decide(strike, true));
            log.note(actor, noted, target, null, "");
        });
        sanctions.tell(sanction, target);
    }

    /**
     * Takes one back, which accepts an appeal against it that waits; again it changes nothing.
     *
     * @throws NotFound when there is none
     * @throws io.microblog.kit.problem.NotAllowed when the role of whoever it is about is not below the actor's
     */
    Strike undo(long actor, long id) {
        Strike strike = require(id);
        roles.requireAbove(actor, strike.targetId());
        lift(strike, "undone", () -> {
            note(strike, AuditedAction.UNDO_STRIKE, actor);
            decisions.decide(strike, true);
        });
        return require(id);
    }

    /**
     * Lifts one whose time has come, unless another copy of the service did. An appeal against it waits on: it may have
     * been wrong all the same.
     */
    void end(Strike strike) {
        lift(strike, "ended", () -> note(strike, AuditedAction.END_STRIKE, null));
    }

    private void lift(Strike strike, String lifting, Runnable lifted) {
        transaction.executeWithoutResult(status -> {
            moderation.lock(strike.targetId());
            if (sanctions.lift(strike, lifting)) {
                lifted.run();
            }
        });
        sanctions.tell(strike.sanction(), strike.targetId());
    }

    private void note(Strike strike, AuditedAction noted, @Nullable Long actor) {
        log.note(actor, noted, strike.targetId(), strike.id(), strike.sanction().code());
    }

    /**
     * One of them.
     *
     * @throws NotFound when there is none
     */
    Strike require(long id) {
        return repository.find(id).orElseThrow(NotFound::new);
    }

    /**
     * One about somebody, for themselves.
     *
     * @throws NotFound when there is none, or it is about somebody else
     */
    Strike requireOwn(long owner, long id) {
        return repository.find(id).filter(strike -> strike.targetId() == owner).orElseThrow(NotFound::new);
    }

    /** Some of them, the newest first; of one account, of one case, with an undecided appeal alone where that is wished. */
    List<Strike> list(@Nullable Long target, @Nullable Long caseId, boolean appealed, Page page) {
        return repository.list(target, caseId, appealed, page);
    }
}
