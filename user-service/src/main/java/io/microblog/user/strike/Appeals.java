package io.microblog.user.strike;

import java.time.Duration;
import java.time.Instant;

import io.microblog.event.ModerationEvent.AppealFiled;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.Invalid;
import io.microblog.user.account.Moderation;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.report.CaseText;
import io.microblog.user.report.Cases;
import io.microblog.user.role.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people answer once what was done about them, and moderators decide about it. */
@Service
class Appeals {

    /** As in the API's first server. */
    private static final Duration TIME = Duration.ofDays(20);

    private final StrikeRepository repository;
    private final Strikes strikes;
    private final Sanctions sanctions;
    private final AppealDecisions decisions;
    private final Moderation moderation;
    private final Cases cases;
    private final Roles roles;
    private final Limits limits;
    private final AuditLog log;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Appeals(
            StrikeRepository repository,
            Strikes strikes,
            Sanctions sanctions,
            AppealDecisions decisions,
            Moderation moderation,
            Cases cases,
            Roles roles,
            Limits limits,
            AuditLog log,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.strikes = strikes;
        this.sanctions = sanctions;
        this.decisions = decisions;
        this.moderation = moderation;
        this.cases = cases;
        this.roles = roles;
        this.limits = limits;
        this.log = log;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * Answers a strike.
     *
     * @throws Invalid naming the text that cannot be, or where it cannot be appealed against (any more, or again)
     * @throws io.microblog.kit.problem.NotFound when it is not about this person
     * @throws io.microblog.kit.problem.TooManyRequests when they have written too much
     */
    Strike file(long owner, long id, @Nullable String wish) {
        Strike strike = strikes.requireOwn(owner, id);
        String text = CaseText.require(wish);
        if (!mayAppeal(strike)) {
            throw refused();
        }
        limits.take(Limit.MESSAGES, String.valueOf(owner));
        transaction.executeWithoutResult(status -> {
            moderation.lock(owner);
            if (!repository.appeal(id, text)) {
                throw refused();
            }
            cases.asks(strike.caseId());
            outbox.append(new AppealFiled(strike.caseId(), id, owner, Instant.now()));
        });
        return strikes.require(id);
    }

    /** Whether somebody can appeal against it now. */
    static boolean mayAppeal(Strike strike) {
        boolean withdrawn = strike.lifting() != null && !strike.lifting().equals("ended");
        boolean late = strike.createdAt().plus(TIME).isBefore(Instant.now());
        return strike.appealState() == null && !withdrawn && (!late || holds(strike));
    }

    private static boolean holds(Strike strike) {
        return strike.sanction().lasts() && strike.liftedAt() == null;
    }

    private static Invalid refused() {
        return Invalid.field("strike", "ERR_INVALID", "cannot be appealed against, or not again");
    }

    /** Takes back what was appealed against. */
    Strike approve(long actor, long id) {
        return decide(actor, id, true);
    }

    /** Leaves it. */
    Strike reject(long actor, long id) {
        return decide(actor, id, false);
    }

    private Strike decide(long actor, long id, boolean approved) {
        Strike strike = strikes.require(id);
        roles.requireAbove(actor, strike.targetId());
        transaction.executeWithoutResult(status -> {
            moderation.lock(strike.targetId());
            if (!decisions.decide(strike, approved)) {
                throw Invalid.field("appeal", "ERR_INVALID", "is not waiting for a decision");
            }
            if (approved) {
                sanctions.lift(strike, "appealed");
            }
            log.note(
                    actor,
                    approved ? AuditedAction.APPROVE_APPEAL : AuditedAction.REJECT_APPEAL,
                    strike.targetId(),
                    id,
                    "");
        });
        sanctions.tell(strike.sanction(), strike.targetId());
        return strikes.require(id);
    }
}
