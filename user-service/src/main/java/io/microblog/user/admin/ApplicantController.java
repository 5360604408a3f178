package io.microblog.user.admin;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import io.microblog.kit.security.InternalOnly;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.signup.ConfirmationService;
import io.microblog.user.signup.ConfirmationService.Applicant;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who waits for an account where sign-ups need approval. */
@RestController
@RequestMapping("/internal/admin/applicants")
@InternalOnly("launcher")
class ApplicantController {

    private final ConfirmationService confirmations;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    ApplicantController(ConfirmationService confirmations, AuditLog log, TransactionTemplate transaction) {
        this.confirmations = confirmations;
        this.log = log;
        this.transaction = transaction;
    }

    @GetMapping
    List<Applicant> list() {
        return confirmations.applicants();
    }

    /** Opens the account and tells its owner. */
    @PostMapping("/{username}/approve")
    Map<String, String> approve(@PathVariable String username) {
        decide(username, AuditedAction.APPROVE, confirmations::approve);
        return Map.of("username", username);
    }

    @PostMapping("/{username}/reject")
    Map<String, String> reject(@PathVariable String username) {
        decide(username, AuditedAction.REJECT, confirmations::reject);
        return Map.of("username", username);
    }

    private void decide(String username, AuditedAction action, LongConsumer decision) {
        transaction.executeWithoutResult(status -> {
            long id = confirmations.requireWaiting(username);
            decision.accept(id);
            log.note(null, action, id, null, username);
        });
    }
}
