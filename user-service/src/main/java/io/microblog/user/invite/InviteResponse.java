package io.microblog.user.invite;

import java.time.Instant;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, in the API's style, which has none for apps.
 *
 * @param accountId who invites
 * @param code the {@code invite_code} to sign up with
 * @param url where people sign up with it
 * @param maxUses how many accounts may come of it; null for any number
 * @param uses how many have
 * @param expiresAt until when one signs up with it; null for always
 * @param revokedAt since when it counts for nothing; null while it counts
 * @param open whether somebody may sign up with it now
 */
@SchemaName("Invite")
record InviteResponse(
        String id,
        String accountId,
        String code,
        String url,
        @Nullable Integer maxUses,
        int uses,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        boolean open) {

    static InviteResponse from(Invite invite, BaseUrl base) {
        return new InviteResponse(
                String.valueOf(invite.id()),
                String.valueOf(invite.ownerId()),
                invite.code(),
                base.resolve("/auth/sign_up?invite_code=" + invite.code()),
                invite.maxUses(),
                invite.uses(),
                invite.createdAt(),
                invite.expiresAt(),
                invite.revokedAt(),
                invite.isOpen(Instant.now()));
    }
}
