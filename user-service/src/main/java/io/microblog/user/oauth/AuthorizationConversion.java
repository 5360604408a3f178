package io.microblog.user.oauth;

import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Between what the table has of an authorization and what the authorization server works with. */
final class AuthorizationConversion {

    /** Stands for a code or token that is stored, where its holder has not just shown it. */
    private static final String UNKNOWN = "(unknown)";

    private static final String REQUEST = OAuth2AuthorizationRequest.class.getName();

    private AuthorizationConversion() {}

    static AuthorizationRow toRow(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(REQUEST);
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        var token = authorization.getAccessToken();
        return new AuthorizationRow(
                UUID.fromString(authorization.getId()),
                Long.parseLong(authorization.getRegisteredClientId()),
                request == null ? null : Long.valueOf(authorization.getPrincipalName()),
                List.copyOf(authorization.getAuthorizedScopes()),
                request == null ? null : List.copyOf(request.getScopes()),
                request == null ? null : request.getRedirectUri(),
                request == null ? null : request.getState(),
                request == null
                        ? null
                        : (String) request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE),
                state == null ? null : RandomToken.hash(state),
                hash(code),
                code == null ? null : code.getToken().getExpiresAt(),
                code != null && code.isInvalidated(),
                hash(token),
                Instant.now());
    }

    private static @Nullable String hash(OAuth2Authorization.@Nullable Token<?> token) {
        return token == null || token.getToken().getTokenValue().equals(UNKNOWN)
                ? null
                : RandomToken.hash(token.getToken().getTokenValue());
    }

    /**
     * As the authorization server wants it.
     *
     * @param app whose it is
     * @param shown the state, code or token by which it was found
     */
    static OAuth2Authorization toAuthorization(AuthorizationRow row, App app, String shown) {
        var builder = OAuth2Authorization.withRegisteredClient(app.registered())
                .id(row.id().toString())
                .principalName(
                        row.accountId() == null
                                ? app.clientId()
                                : row.accountId().toString())
                .authorizationGrantType(
                        row.requestedScopes() == null
                                ? AuthorizationGrantType.CLIENT_CREDENTIALS
                                : AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Set.copyOf(row.scopes()));
        if (row.requestedScopes() != null) {
            builder.attribute(REQUEST, request(row, app, new LinkedHashSet<>(row.requestedScopes())))
                    .attribute(Principal.class.getName(), principal(row));
        }
        if (row.stateHash() != null) {
            builder.attribute(OAuth2ParameterNames.STATE, shown);
        }
        if (row.codeHash() != null) {
            addToken(
                    builder,
                    new OAuth2AuthorizationCode(
                            valueOf(row.codeHash(), shown),
                            row.createdAt(),
                            Objects.requireNonNull(row.codeExpiresAt())),
                    row.codeUsed());
        }
        if (row.tokenHash() != null) {
            addToken(
                    builder,
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            valueOf(row.tokenHash(), shown),
                            row.createdAt(),
                            null,
                            Set.copyOf(row.scopes())),
                    false);
        }
        return builder.build();
    }

    private static void addToken(OAuth2Authorization.Builder builder, OAuth2Token token, boolean used) {
        builder.token(token, facts -> facts.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, used));
    }

    private static OAuth2AuthorizationRequest request(AuthorizationRow row, App app, Set<String> wanted) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("/oauth/authorize")
                .clientId(app.clientId())
                .redirectUri(row.redirectUri())
                .scopes(wanted)
                .state(row.clientState())
                .additionalParameters(parameters -> {
                    if (row.codeChallenge() != null) {
                        parameters.put(PkceParameterNames.CODE_CHALLENGE, row.codeChallenge());
                        parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    }
                })
                .build();
    }

    private static UsernamePasswordAuthenticationToken principal(AuthorizationRow row) {
        return UsernamePasswordAuthenticationToken.authenticated(String.valueOf(row.accountId()), null, List.of());
    }

    private static String valueOf(String hash, String shown) {
        return hash.equals(RandomToken.hash(shown)) ? shown : UNKNOWN;
    }
}
