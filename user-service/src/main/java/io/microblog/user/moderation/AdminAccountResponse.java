package io.microblog.user.moderation;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.user.erasure.ErasureRequest;
import io.microblog.user.role.RoleResponse;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Admin::Account}: an account, or somebody who waits for one, with what only moderators see.
 *
 * @param domain always null: everybody is local
 * @param ip the address that the newest open session was begun from
 * @param silenced whether nobody comes across it who does not follow it
 * @param sensitized whether all that it posts counts as sensitive
 * @param disabled whether its owner cannot use it
 * @param approved false while it waits for a moderator
 * @param inviteRequest why somebody who waits wants it
 * @param ips the addresses that open sessions were begun from
 * @param invitedByAccountId who invited them; null where nobody did
 * @param erasedAt when all was deleted that it held, the address too; null where that was not done
 * @param erasureRequest that somebody wants that, which waits for a second person; null where nobody does
 */
@SchemaName("AdminAccount")
record AdminAccountResponse(
        String id,
        String username,
        @Nullable String domain,
        Instant createdAt,
        String email,
        @Nullable String ip,
        RoleResponse role,
        boolean confirmed,
        boolean suspended,
        boolean silenced,
        boolean sensitized,
        boolean disabled,
        boolean approved,
        @Nullable String locale,
        @Nullable String inviteRequest,
        List<IpResponse> ips,
        @Nullable String invitedByAccountId,
        @Nullable Instant erasedAt,
        @Nullable ErasureRequestResponse erasureRequest,
        PublicAccount account) {

    /** The API's {@code Admin::Ip}. */
    record IpResponse(String ip, Instant usedAt) {}

    /**
     * What waits for a second person.
     *
     * @param accountId of whoever asked
     * @param username the same
     * @param expiresAt from when on somebody would have to ask anew
     */
    record ErasureRequestResponse(String accountId, String username, Instant createdAt, Instant expiresAt) {

        static @Nullable ErasureRequestResponse from(@Nullable ErasureRequest request) {
            return request == null
                    ? null
                    : new ErasureRequestResponse(
                            String.valueOf(request.askedBy()),
                            request.askedByName(),
                            request.askedAt(),
                            request.expiresAt());
        }
    }
}
