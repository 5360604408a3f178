package io.microblog.user.casework;

import java.time.Instant;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * A note about somebody, for moderators.
 *
 * @param caseId the case that it was written in, if any
 * @param account who wrote it; null for somebody who is gone
 */
@SchemaName("CaseNote")
record CaseNoteResponse(
        String id,
        String targetAccountId,
        @Nullable String caseId,
        String text,
        Instant createdAt,
        @Nullable PublicAccount account) {}
