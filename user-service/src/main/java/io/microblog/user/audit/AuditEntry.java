package io.microblog.user.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody with rights did.
 *
 * @param actorId null for whoever runs the server, by the command line, and for the server itself
 * @param targetId the account that it was done to; null where it was done to none
 * @param objectId the report, role, rule, strike, note or message that it is about; null where there is none
 * @param text what they said about it
 */
record AuditEntry(
        long id,
        @Nullable Long actorId,
        AuditedAction action,
        @Nullable Long targetId,
        @Nullable Long objectId,
        String text,
        Instant at) {}
