package io.microblog.user.moderation;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.user.rule.RuleResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API's {@code Admin::Report}.
 *
 * @param caseId all open reports of one person have the same, and are handled together
 * @param account who reported; where a rule did, the account that it reported, as the API has it that there is one
 * @param automaticRuleId the automatic rule that reported; null where a person did
 * @param targetAccount who was reported
 * @param assignedAccount the moderator who has taken the case
 * @param actionTakenByAccount the moderator who settled it
 * @param statuses the posts as they were when they were reported, each a {@code Status}
 * @param rules those that were broken, in force or not any more
 */
@SchemaName("AdminReport")
record AdminReportResponse(
        String id,
        String caseId,
        boolean actionTaken,
        @Nullable Instant actionTakenAt,
        String category,
        String comment,
        boolean forwarded,
        Instant createdAt,
        Instant updatedAt,
        AdminAccountResponse account,
        @Nullable String automaticRuleId,
        AdminAccountResponse targetAccount,
        @Nullable AdminAccountResponse assignedAccount,
        @Nullable AdminAccountResponse actionTakenByAccount,
        List<JsonNode> statuses,
        List<RuleResponse> rules) {}
