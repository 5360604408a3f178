package io.microblog.user.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody reports.
 *
 * @param forward to the server of the person; accepted without effect, as everybody is local
 */
record ReportRequest(
        @Nullable Long accountId,
        @Nullable List<Long> statusIds,
        @Nullable String comment,
        @Nullable String category,
        @Nullable List<Long> ruleIds,
        @Nullable Boolean forward) {}
