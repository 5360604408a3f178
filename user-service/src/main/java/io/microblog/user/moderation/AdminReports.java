package io.microblog.user.moderation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.user.report.Report;
import io.microblog.user.report.Reports;
import io.microblog.user.rule.RuleResponse;
import io.microblog.user.rule.Rules;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Shows reports to moderators, with people, rules and evidence. */
@Service
class AdminReports {

    private final Reports reports;
    private final AdminAccounts accounts;
    private final Rules rules;

    AdminReports(Reports reports, AdminAccounts accounts, Rules rules) {
        this.reports = reports;
        this.accounts = accounts;
        this.rules = rules;
    }

    AdminReportResponse show(Report report) {
        return show(List.of(report)).getFirst();
    }

    List<AdminReportResponse> show(List<Report> found) {
        Map<Long, AdminAccountResponse> people = accounts.find(found.stream()
                .flatMap(AdminReports::people)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, RuleResponse> broken = rules.find(found.stream()
                .flatMap(report -> report.ruleIds().stream())
                .distinct()
                .toList());
        Map<Long, List<JsonNode>> evidence =
                reports.evidence(found.stream().map(Report::id).toList());
        return found.stream()
                .map(report -> show(report, people, broken, evidence.getOrDefault(report.id(), List.of())))
                .toList();
    }

    private AdminReportResponse show(
            Report report,
            Map<Long, AdminAccountResponse> people,
            Map<Long, RuleResponse> broken,
            List<JsonNode> posts) {
        return new AdminReportResponse(
                String.valueOf(report.id()),
                String.valueOf(report.caseId()),
                report.settledAt() != null,
                report.settledAt(),
                report.category().code(),
                report.comment(),
                false,
                report.createdAt(),
                report.updatedAt(),
                Objects.requireNonNull(people.get(Objects.requireNonNullElse(report.reporterId(), report.targetId()))),
                report.automaticRuleId() == null
                        ? null
                        : report.automaticRuleId().toString(),
                Objects.requireNonNull(people.get(report.targetId())),
                report.assignedId() == null ? null : people.get(report.assignedId()),
                report.settledBy() == null ? null : people.get(report.settledBy()),
                posts,
                report.ruleIds().stream()
                        .map(broken::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Stream<Long> people(Report report) {
        return Stream.of(report.reporterId(), report.targetId(), report.assignedId(), report.settledBy());
    }
}
