package io.microblog.user.admin;

import java.util.Map;
import java.util.function.LongConsumer;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.InternalOnly;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Moderation;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.password.PasswordResetService;
import io.microblog.user.replica.Replicas;
import io.microblog.user.role.StaffRole;
import io.microblog.user.signup.ConfirmationService;
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

    private final AccountService accounts;
    private final Moderation moderation;
    private final ConfirmationService confirmations;
    private final PasswordResetService resets;
    private final Replicas replicas;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    AdminController(
            AccountService accounts,
            Moderation moderation,
            ConfirmationService confirmations,
            PasswordResetService resets,
            Replicas replicas,
            AuditLog log,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.moderation = moderation;
        this.confirmations = confirmations;
        this.resets = resets;
        this.replicas = replicas;
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
        noted(AuditedAction.SUSPEND, idOf(username), "", moderation::suspend);
        replicas.enforce(accounts.require(idOf(username)));
        return done(username);
    }

    @PostMapping("/{username}/reinstate")
    Map<String, String> reinstate(@PathVariable String username) {
        noted(AuditedAction.UNSUSPEND, idOf(username), "", moderation::reinstate);
        replicas.tell(accounts.require(idOf(username)));
        return done(username);
    }

    @PostMapping("/{username}/make-owner")
    Map<String, String> makeOwner(@PathVariable String username) {
        noted(AuditedAction.APPOINT, idOf(username), "Owner", id -> moderation.appoint(id, StaffRole.OWNER));
        return done(username);
    }

    private void noted(AuditedAction action, long id, String text, LongConsumer act) {
        transaction.executeWithoutResult(status -> {
            act.accept(id);
            log.note(null, action, id, null, text);
        });
    }

    private long idOf(String username) {
        return accounts.findId(username).orElseThrow(NotFound::new);
    }

    private Map<String, String> done(String username) {
        return Map.of("id", String.valueOf(idOf(username)), "username", username);
    }
}
