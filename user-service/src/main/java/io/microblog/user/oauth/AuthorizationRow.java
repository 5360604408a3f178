package io.microblog.user.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;

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

    /** A token that needs no code: somebody has just signed up through the app. */
    static AuthorizationRow issued(App app, long accountId, String token, Instant now) {
        return new AuthorizationRow(
                UUID.randomUUID(),
                app.id(),
                accountId,
                List.copyOf(app.scopes()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                RandomToken.hash(token),
                now);
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
        columns.put("tokenHash", tokenHash);
        columns.put("createdAt", createdAt.atOffset(ZoneOffset.UTC));
        return columns;
    }
}
