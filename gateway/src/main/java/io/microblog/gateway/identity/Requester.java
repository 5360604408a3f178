package io.microblog.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as a credential tells.
 *
 * @param account the person, null where no account stands behind the credential
 * @param app the client that the token was given to, null for a browser's session
 */
public record Requester(@Nullable String account, @Nullable String app) {

    /** Nobody that we know. */
    public static final Requester STRANGER = new Requester(null, null);

    static Requester of(InternalToken token) {
        return new Requester(token.accountId(), token.clientId());
    }
}
