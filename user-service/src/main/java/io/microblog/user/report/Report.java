package io.microblog.user.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A report with what became of its case.
 *
 * @param caseId all reports of one person that are open at a time have the same
 * @param reporterId who reported; null where an automatic rule did
 * @param automaticRuleId the rule that did; null where a person did
 * @param targetId who was reported
 * @param ruleIds the rules that were broken, in force or not any more
 * @param postIds the posts of which there is evidence
 * @param assignedId the moderator who has taken the case
 * @param settledAt when it was settled; null while it is open
 * @param settledBy who did
 */
public record Report(
        long id,
        long caseId,
        @Nullable Long reporterId,
        @Nullable Long automaticRuleId,
        long targetId,
        ReportCategory category,
        String comment,
        List<Long> ruleIds,
        List<Long> postIds,
        @Nullable Long assignedId,
        @Nullable Instant settledAt,
        @Nullable Long settledBy,
        Instant createdAt,
        Instant updatedAt) {}
