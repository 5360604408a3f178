package io.microblog.user.moderation;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.SchemaName;
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
        PublicAccount account) {

    /** The API's {@code Admin::Ip}. */
    record IpResponse(String ip, Instant usedAt) {}
}
