package io.microblog.user.erasure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.security.Permission;
import io.microblog.user.account.AccountReinstated;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Moderation;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.role.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has all deleted that closed accounts hold, once two people with the right to it want that: nobody can bring it back. A
 * request counts for 30 days, as long as the account is closed and whoever asked could still do it.
 */
@Service
public class Erasures {

    private final ErasureRequests requests;
    private final ErasureProperties properties;
    private final AccountService accounts;
    private final Moderation moderation;
    private final Roles roles;
    private final AuditLog log;

    Erasures(
            ErasureRequests requests,
            ErasureProperties properties,
            AccountService accounts,
            Moderation moderation,
            Roles roles,
            AuditLog log) {
        this.requests = requests;
        this.properties = properties;
        this.accounts = accounts;
        this.moderation = moderation;
        this.roles = roles;
        this.log = log;
    }

    /**
     * Erases an account, or keeps that somebody wants it; from the same person again it changes nothing.
     *
     * @param actor whose role is above the account's
     * @return whether it is erased now
     * @throws io.microblog.kit.problem.NotFound when there is no such account
     * @throws NotAllowed when it is open, or was erased before
     */
    @Transactional
    public boolean erase(long actor, long target) {
        moderation.lock(target);
        if (!accounts.require(target).suspended()) {
            throw new NotAllowed();
        }
        Optional<ErasureRequest> asked = find(target);
        boolean decided = !properties.needTwo()
                || asked.filter(request -> request.askedBy() != actor).isPresent();
        if (decided) {
            carryOut(actor, target);
        } else if (asked.isEmpty()) {
            requests.put(target, actor, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            log.note(actor, AuditedAction.ASK_ERASURE, target, null, "");
        }
        return decided;
    }

    /**
     * Erases an account for whoever runs the server: who has the database needs nobody's consent.
     *
     * @throws io.microblog.kit.problem.NotFound when there is no such account
     * @throws NotAllowed when it is open, or was erased before
     */
    @Transactional
    public void eraseForOperator(long target) {
        moderation.lock(target);
        carryOut(null, target);
    }

    private void carryOut(@Nullable Long actor, long target) {
        requests.remove(target);
        log.note(actor, AuditedAction.ERASE, target, null, "");
        moderation.erase(target);
    }

    /**
     * Takes back that somebody wants it, whoever that was; again it changes nothing.
     *
     * @throws io.microblog.kit.problem.NotFound when there is no such account
     * @throws NotAllowed when it was erased
     */
    @Transactional
    public void withdraw(long actor, long target) {
        moderation.lock(target);
        if (requests.remove(target)) {
            log.note(actor, AuditedAction.WITHDRAW_ERASURE, target, null, "");
        }
    }

    /** In the transaction of the change: what is asked of a closed account is not asked of an open one. */
    @EventListener
    void on(AccountReinstated reinstated) {
        if (requests.remove(reinstated.accountId())) {
            log.note(null, AuditedAction.WITHDRAW_ERASURE, reinstated.accountId(), null, "");
        }
    }

    /** What waits for a second person about these accounts. */
    public Map<Long, ErasureRequest> waiting(Collection<Long> targets) {
        return requests.open(targets).stream().collect(Collectors.toMap(ErasureRequest::targetId, Function.identity()));
    }

    private Optional<ErasureRequest> find(long target) {
        return requests.open(List.of(target)).stream()
                .filter(request -> mayErase(request.askedBy(), target))
                .findFirst();
    }

    /** Whether somebody has the right still, who had it when they asked. */
    private boolean mayErase(long person, long target) {
        return accounts.standingOf(person)
                .filter(standing -> !standing.closed()
                        && Permission.DELETE_USER_DATA.isIn(standing.role().permissions())
                        && standing.role().isAbove(roles.of(target)))
                .isPresent();
    }
}
