package io.microblog.notification.mail.budget;

import java.time.Instant;

import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who look after the server how much is left of its mails, and how long that will last. */
@RestController
@RequestMapping("/api/v1/admin/mail_budget")
@RequiresPermission(Permission.VIEW_DASHBOARD)
class MailBudgetController {

    private final MailBudget budget;

    MailBudgetController(MailBudget budget) {
        this.budget = budget;
    }

    @GetMapping
    @RequiresScope("admin:read")
    MailBudgetResponse get() {
        return MailBudgetResponse.from(budget.spending(), Instant.now());
    }
}
