package io.microblog.user.report;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.account.PublicAccount;
import org.jspecify.annotations.Nullable;

/** The API's {@code Report}: what whoever reported sees of it. */
record ReportResponse(
        String id,
        boolean actionTaken,
        @Nullable Instant actionTakenAt,
        String category,
        String comment,
        boolean forwarded,
        Instant createdAt,
        List<String> statusIds,
        List<String> ruleIds,
        PublicAccount targetAccount) {

    static ReportResponse of(Report report, PublicAccount target) {
        return new ReportResponse(
                String.valueOf(report.id()),
                report.settledAt() != null,
                report.settledAt(),
                report.category().code(),
                report.comment(),
                false,
                report.createdAt(),
                report.postIds().stream().map(String::valueOf).toList(),
                report.ruleIds().stream().map(String::valueOf).toList(),
                target);
    }
}
