package io.microblog.user.oauth;

import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/**
 * An authorization as the table has it: plain columns, and hashes in place of state, code and token. What the client holds
 * is therefore known only while it is in use.
 */
record AuthorizationRow(
        UUID id,
        long appId,
        @Nullable Long accountId,
        List<String> scopes,
        @Nullable List<String> requestedScopes,
        @Nullable String redirectUri,
        @Nullable String clientState,
        @Nullable String codeChallenge,
        @Nullable String stateHash,
        @Nullable String codeHash,
        @Nullable Instant codeExpiresAt,
        boolean codeUsed,
        @Nullable String tokenHash,
        Instant createdAt) {

    /** Stands for a code or token that is stored, where its holder has not just shown it. */
    private static final String UNKNOWN = "(unknown)";

    private static final String REQUEST = OAuth2AuthorizationRequest.class.getName();

    static AuthorizationRow from(OAuth2Authorization authorization) {
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

    static AuthorizationRow map(ResultSet row, int number) throws SQLException {
        return new AuthorizationRow(
                row.getObject("id", UUID.class),
                row.getLong("app_id"),
                row.getObject("account_id", Long.class),
                AppRepository.texts(row, "scopes"),
                row.getArray("requested_scopes") == null ? null : AppRepository.texts(row, "requested_scopes"),
                row.getString("redirect_uri"),
                row.getString("client_state"),
                row.getString("code_challenge"),
                row.getString("state_hash"),
                row.getString("code_hash"),
                Optional.ofNullable(row.getObject("code_expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getBoolean("code_used"),
                row.getString("token_hash"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    Map<String, @Nullable Object> columns() {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", id);
        columns.put("appId", appId);
        columns.put("accountId", accountId);
        columns.put("scopes", scopes.toArray(String[]::new));
        columns.put("requestedScopes", requestedScopes == null ? null : requestedScopes.toArray(String[]::new));
        columns.put("redirectUri", redirectUri);
        columns.put("clientState", clientState);
        columns.put("codeChallenge", codeChallenge);
        columns.put("stateHash", stateHash);
        columns.put("codeHash", codeHash);
        columns.put("codeExpiresAt", codeExpiresAt == null ? null : codeExpiresAt.atOffset(ZoneOffset.UTC));
        columns.put("codeUsed", codeUsed);
        columns.put("tokenHash", tokenHash);
        columns.put("createdAt", createdAt.atOffset(ZoneOffset.UTC));
        return columns;
    }

    /**
     * As the authorization server wants it.
     *
     * @param app whose it is
     * @param shown the state, code or token by which it was found
     */
    OAuth2Authorization toAuthorization(App app, String shown) {
        var builder = OAuth2Authorization.withRegisteredClient(app.registered())
                .id(id.toString())
                .principalName(accountId == null ? app.clientId() : accountId.toString())
                .authorizationGrantType(
                        requestedScopes == null
                                ? AuthorizationGrantType.CLIENT_CREDENTIALS
                                : AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Set.copyOf(scopes));
        if (requestedScopes != null) {
            builder.attribute(REQUEST, request(app, new LinkedHashSet<>(requestedScopes)))
                    .attribute(Principal.class.getName(), principal());
        }
        if (stateHash != null) {
            builder.attribute(OAuth2ParameterNames.STATE, shown);
        }
        if (codeHash != null) {
            addToken(
                    builder,
                    new OAuth2AuthorizationCode(
                            valueOf(codeHash, shown), createdAt, Objects.requireNonNull(codeExpiresAt)),
                    codeUsed);
        }
        if (tokenHash != null) {
            addToken(
                    builder,
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            valueOf(tokenHash, shown),
                            createdAt,
                            null,
                            Set.copyOf(scopes)),
                    false);
        }
        return builder.build();
    }

    private static void addToken(OAuth2Authorization.Builder builder, OAuth2Token token, boolean used) {
        builder.token(token, facts -> facts.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, used));
    }

    private OAuth2AuthorizationRequest request(App app, Set<String> wanted) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("/oauth/authorize")
                .clientId(app.clientId())
                .redirectUri(redirectUri)
                .scopes(wanted)
                .state(clientState)
                .additionalParameters(parameters -> {
                    if (codeChallenge != null) {
                        parameters.put(PkceParameterNames.CODE_CHALLENGE, codeChallenge);
                        parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    }
                })
                .build();
    }

    private UsernamePasswordAuthenticationToken principal() {
        return UsernamePasswordAuthenticationToken.authenticated(String.valueOf(accountId), null, List.of());
    }

    private static String valueOf(String hash, String shown) {
        return hash.equals(RandomToken.hash(shown)) ? shown : UNKNOWN;
    }
}
