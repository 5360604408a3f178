package io.microblog.user.casework;

import java.time.Instant;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * A case, for moderators.
 *
 * @param open whether it is not settled
 * @param waiting whether whoever it is about waits for a word or a decision
 * @param reportsCount how many reports are in it
 * @param targetAccount whom it is about
 * @param assignedAccount the moderator who has taken it
 * @param settledByAccount the moderator who settled it
 */
@SchemaName("AdminCase")
record AdminCaseResponse(
        String id,
        boolean open,
        boolean waiting,
        int reportsCount,
        @Nullable Instant settledAt,
        Instant updatedAt,
        PublicAccount targetAccount,
        @Nullable PublicAccount assignedAccount,
        @Nullable PublicAccount settledByAccount) {}
