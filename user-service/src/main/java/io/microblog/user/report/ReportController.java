package io.microblog.user.report;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Profiles;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes reports. */
@RestController
class ReportController {

    private final Reports reports;
    private final AccountService accounts;
    private final Profiles profiles;

    ReportController(Reports reports, AccountService accounts, Profiles profiles) {
        this.reports = reports;
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @PostMapping("/api/v1/reports")
    @RequiresScope("write:reports")
    ReportResponse file(Caller caller, @Body ReportRequest request) {
        Report report = reports.file(caller.requireAccount(), request);
        return ReportResponse.of(report, profiles.show(accounts.require(report.targetId())));
    }
}
