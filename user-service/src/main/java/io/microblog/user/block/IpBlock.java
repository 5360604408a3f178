package io.microblog.user.block;

import java.time.Instant;

import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Admin::IpBlock}: a network whose people cannot do everything here.
 *
 * @param ip the network with the length of its prefix
 * @param severity sign_up_requires_approval, sign_up_block or no_access
 * @param comment why, for moderators
 * @param expiresAt when it ends by itself; null where it does not
 */
@SchemaName("AdminIpBlock")
record IpBlock(
        String id,
        String ip,
        String severity,
        String comment,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
