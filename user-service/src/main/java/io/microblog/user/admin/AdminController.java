package io.microblog.user.admin;

import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.InternalOnly;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Moderation;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.erasure.Erasures;
import io.microblog.user.password.PasswordResetService;
import io.microblog.user.role.StaffRole;
import io.microblog.user.signup.ConfirmationService;
import io.microblog.user.strike.Sanction;
import io.microblog.user.strike.Strikes;
import io.microblog.user.strike.Strikes.Decision;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What must work without a browser: the commands of {@code ./microblog admin}, by user name. */
@RestController
@RequestMapping("/internal/admin/accounts")
@InternalOnly("launcher")
class AdminController {

    private static final Decision SUSPENSION =
            new Decision(Sanction.SUSPEND, "", List.of(), List.of(), null, false, null);

    private final AccountService accounts;
    private final Moderation moderation;
    private final ConfirmationService confirmations;
    private final PasswordResetService resets;
    private final Strikes strikes;
    private final Erasures erasures;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    AdminController(
            AccountService accounts,
            Moderation moderation,
            ConfirmationService confirmations,
            PasswordResetService resets,
            Strikes strikes,
            Erasures erasures,
            AuditLog log,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.moderation = moderation;
        this.confirmations = confirmations;
        this.resets = resets;
        this.strikes = strikes;
        this.erasures = erasures;
        this.log = log;
        this.transaction = transaction;
    }

    /** Opens the account that a sign-up asked for: without its mail, or by way of approval. */
    @PostMapping("/{username}/confirm")
    Map<String, String> confirm(@PathVariable String username) {
        confirmations.open(username);
        return done(username);
    }

    /** Mails the owner a link to choose a new password. */
    @PostMapping("/{username}/reset-password")
    Map<String, String> resetPassword(@PathVariable String username) {
        resets.requestFor(idOf(username));
        return done(username);
    }

    @PostMapping("/{username}/suspend")
    Map<String, String> suspend(@PathVariable String username) {
        strikes.impose(null, idOf(username), null, SUSPENSION);
        return done(username);
    }

    @PostMapping("/{username}/reinstate")
    Map<String, String> reinstate(@PathVariable String username) {
        strikes.liftAll(null, idOf(username), Sanction.SUSPEND, AuditedAction.UNSUSPEND);
        return done(username);
    }

    /** Deletes all that a suspended account holds. */
    @PostMapping("/{username}/erase")
    Map<String, String> erase(@PathVariable String username) {
        erasures.eraseForOperator(idOf(username));
        return done(username);
    }

    @PostMapping("/{username}/make-owner")
    Map<String, String> makeOwner(@PathVariable String username) {
        long id = idOf(username);
        transaction.executeWithoutResult(status -> {
            moderation.appoint(id, StaffRole.OWNER);
            log.note(null, AuditedAction.APPOINT, id, null, "Owner");
        });
        return done(username);
    }

    private long idOf(String username) {
        return accounts.findId(username).orElseThrow(NotFound::new);
    }

    private Map<String, String> done(String username) {
        return Map.of("id", String.valueOf(idOf(username)), "username", username);
    }
}
