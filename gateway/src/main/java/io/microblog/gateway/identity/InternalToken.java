package io.microblog.gateway.identity;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * The signed token that services get. The gateway reads it only to know how long it holds and which revocations touch
 * it; it came from user-service itself, and the services check the signature.
 *
 * @param jwt as it is sent
 * @param accountId whose, null for a token without a person
 * @param clientId of the app that the token was given to, null for a session
 * @param sid the session or access token behind it
 * @param issuedAt in whole seconds
 * @param expiresAt in whole seconds
 */
record InternalToken(
        String jwt,
        @Nullable String accountId,
        @Nullable String clientId,
        @Nullable String sid,
        Instant issuedAt,
        Instant expiresAt) {

    /**
     * Reads the claims.
     *
     * @throws IllegalArgumentException when it is no JWT, or lacks its times
     */
    static InternalToken parse(String jwt) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(jwt).getJWTClaimsSet();
            return new InternalToken(
                    jwt,
                    claims.getSubject(),
                    claims.getStringClaim("client_id"),
                    claims.getStringClaim("sid"),
                    time(claims.getIssueTime()),
                    time(claims.getExpirationTime()));
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a JWT", e);
        }
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    private static Instant time(@Nullable Date date) {
        if (date == null) {
            throw new IllegalArgumentException("An internal token has iat and exp");
        }
        return date.toInstant();
    }
}
