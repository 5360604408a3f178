package io.microblog.user.moderation;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.report.Report;
import io.microblog.user.report.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The moderators' queue of reports. */
@RestController
@RequestMapping("/api/v1/admin/reports")
@RequiresPermission(Permission.MANAGE_REPORTS)
class AdminReportController {

    private final Reports reports;
    private final AdminReports shown;
    private final PageLinks links;

    AdminReportController(Reports reports, AdminReports shown, PageLinks links) {
        this.reports = reports;
        this.shown = shown;
        this.links = links;
    }

    /** What a moderator calls a report; null leaves it. */
    record ReportUpdate(@Nullable String category, @Nullable List<Long> ruleIds) {}

    @GetMapping
    @RequiresScope("admin:read:reports")
    ResponseEntity<List<AdminReportResponse>> reports(
            @RequestParam(defaultValue = "false") boolean resolved,
            @RequestParam(name = "account_id", required = false) @Nullable Long reporter,
            @RequestParam(name = "target_account_id", required = false) @Nullable Long target,
            @PageDefaults(limit = 100, max = 200) Page page) {
        List<Report> found = reports.list(resolved, reporter, target, page);
        return links.page(
                page, shown.show(found), found.stream().map(Report::id).toList());
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read:reports")
    AdminReportResponse report(@PathVariable long id) {
        return shown.show(reports.require(id));
    }

    @PutMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write:reports")
    AdminReportResponse update(Caller caller, @PathVariable long id, @Body ReportUpdate wish) {
        return shown.show(reports.classify(caller.requireAccount(), id, wish.category(), wish.ruleIds()));
    }

    @PostMapping("/{id:[0-9]+}/assign_to_self")
    @RequiresScope("admin:write:reports")
    AdminReportResponse assign(Caller caller, @PathVariable long id) {
        return shown.show(reports.assign(caller.requireAccount(), id));
    }

    @PostMapping("/{id:[0-9]+}/unassign")
    @RequiresScope("admin:write:reports")
    AdminReportResponse unassign(Caller caller, @PathVariable long id) {
        return shown.show(reports.unassign(caller.requireAccount(), id));
    }

    @PostMapping("/{id:[0-9]+}/resolve")
    @RequiresScope("admin:write:reports")
    AdminReportResponse resolve(Caller caller, @PathVariable long id) {
        return shown.show(reports.resolve(caller.requireAccount(), id));
    }

    @PostMapping("/{id:[0-9]+}/reopen")
    @RequiresScope("admin:write:reports")
    AdminReportResponse reopen(Caller caller, @PathVariable long id) {
        return shown.show(reports.reopen(caller.requireAccount(), id));
    }
}
