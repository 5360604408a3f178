package io.microblog.user.casework;

import java.time.Instant;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * A message of a case, for clients.
 *
 * @param byModerator whether moderators wrote it, else the person whom the case is about
 * @param account who wrote it; null for moderators where the person concerned reads, and for somebody who is gone
 */
@SchemaName("CaseMessage")
record CaseMessageResponse(
        String id,
        String caseId,
        boolean byModerator,
        String text,
        Instant createdAt,
        @Nullable PublicAccount account) {}
