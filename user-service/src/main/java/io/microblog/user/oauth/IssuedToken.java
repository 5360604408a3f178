package io.microblog.user.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * The API's token reply.
 *
 * @param createdAt seconds since 1970, a number
 */
public record IssuedToken(String accessToken, String tokenType, String scope, long createdAt) {

    static IssuedToken of(String token, Set<String> scopes, Instant at) {
        return new IssuedToken(token, "Bearer", String.join(" ", scopes), at.getEpochSecond());
    }
}
