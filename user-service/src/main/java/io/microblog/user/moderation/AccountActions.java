package io.microblog.user.moderation;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Moderation;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.erasure.Erasures;
import io.microblog.user.role.Roles;
import io.microblog.user.role.StaffRole;
import io.microblog.user.signup.ConfirmationService;
import io.microblog.user.strike.Sanction;
import io.microblog.user.strike.Strikes;
import io.microblog.user.strike.Strikes.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What moderators do about accounts: each act with its entry in the audit log, and nobody to somebody of the same or a
 * higher role. What takes something away is in force everywhere when they are answered.
 */
@Service
class AccountActions {

    private final AccountService accounts;
    private final Moderation moderation;
    private final ConfirmationService confirmations;
    private final Decisions decisions;
    private final Strikes strikes;
    private final Erasures erasures;
    private final Roles roles;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    AccountActions(
            AccountService accounts,
            Moderation moderation,
            ConfirmationService confirmations,
            Decisions decisions,
            Strikes strikes,
            Erasures erasures,
            Roles roles,
            AuditLog log,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.moderation = moderation;
        this.confirmations = confirmations;
        this.decisions = decisions;
        this.strikes = strikes;
        this.erasures = erasures;
        this.roles = roles;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * Does something about an account, and settles what is reported of it.
     *
     * @param key of a request that may be repeated: the same key does it once; null without one
     * @throws Invalid naming the field that cannot be accepted
     * @throws NotAllowed when the account's role is not below the actor's
     */
    void act(long actor, long target, ActionRequest request, @Nullable String key) {
        requireBelow(actor, target);
        Decision decision = decisions.check(target, request, key);
        strikes.impose(actor, target, request.reportId(), decision);
    }

    /** Lets the owner use the account again. */
    void enable(long actor, long target) {
        lift(actor, target, Sanction.DISABLE, AuditedAction.ENABLE);
    }

    /** Opens the account for everybody again. */
    void unsuspend(long actor, long target) {
        lift(actor, target, Sanction.SUSPEND, AuditedAction.UNSUSPEND);
    }

    /** Lets the account before those again who do not follow it. */
    void unsilence(long actor, long target) {
        lift(actor, target, Sanction.SILENCE, AuditedAction.UNSILENCE);
    }

    /** Has only those posts count as sensitive again that the owner calls so. */
    void unsensitive(long actor, long target) {
        lift(actor, target, Sanction.SENSITIVE, AuditedAction.UNSENSITIVE);
    }

    private void lift(long actor, long target, Sanction sanction, AuditedAction noted) {
        requireBelow(actor, target);
        strikes.liftAll(actor, target, sanction, noted);
    }

    /**
     * Deletes all that a closed account holds, or keeps that the actor wants it.
     *
     * @return false when it waits for a second person
     * @throws NotAllowed when it is not closed, or its role is not below the actor's
     */
    boolean erase(long actor, long target) {
        requireBelow(actor, target);
        return erasures.erase(actor, target);
    }

    /** Takes back that somebody wants that. */
    void withdrawErasure(long actor, long target) {
        requireBelow(actor, target);
        erasures.withdraw(actor, target);
    }

    /** Lets somebody in who waits for a moderator. */
    void approve(long actor, long target) {
        requireWaiting(target);
        noted(actor, target, AuditedAction.APPROVE, () -> confirmations.approve(target));
    }

    /** Does not let them in. */
    void reject(long actor, long target) {
        requireWaiting(target);
        noted(actor, target, AuditedAction.REJECT, () -> confirmations.reject(target));
    }

    /**
     * Gives somebody a role, or takes it away.
     *
     * @param roleId null for none
     * @throws NotAllowed when the role, or the one that they have, is not below the actor's
     */
    void appoint(long actor, long target, @Nullable Long roleId) {
        requireBelow(actor, target);
        StaffRole role = roleId == null ? StaffRole.NONE : roles.require(roleId);
        if (!roles.of(actor).isAbove(role)) {
            throw new NotAllowed();
        }
        transaction.executeWithoutResult(status -> {
            moderation.appoint(target, roleId);
            log.note(actor, AuditedAction.APPOINT, target, roleId, role.name());
        });
    }

    /**
     * Lets somebody act on an account.
     *
     * @throws io.microblog.kit.problem.NotFound when there is no such account
     * @throws NotAllowed when its role is not below the actor's
     */
    void requireBelow(long actor, long target) {
        accounts.require(target);
        roles.requireAbove(actor, target);
    }

    private void requireWaiting(long target) {
        if (!confirmations.isWaiting(target)) {
            accounts.require(target);
            throw new NotAllowed();
        }
    }

    private void noted(long actor, long target, AuditedAction action, Runnable change) {
        transaction.executeWithoutResult(status -> {
            change.run();
            log.note(actor, action, target, null, "");
        });
    }
}
