package io.microblog.user.oauth;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.security.Caller;
import io.microblog.user.account.AccountErased;
import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps authorizations. A revoked one is gone, and everybody who cached it is told. */
@Service
public class AuthorizationService implements OAuth2AuthorizationService {

    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    /** Tokens with which an app acts for itself. One would do; several copies of an app may share its registration. */
    static final int MOST_OWN_TOKENS = 20;

    private static final int KEPT_UNUSED_DAYS = 30;

    private static final String SAVE = """
        INSERT INTO oauth_authorization AS a (id, app_id, account_id, scopes, requested_scopes, redirect_uri,
            client_state, code_challenge, state_hash, code_hash, code_expires_at, code_used, token_hash, created_at)
        VALUES (:id, :appId, :accountId, :scopes, :requestedScopes, :redirectUri,
            :clientState, :codeChallenge, :stateHash, :codeHash, :codeExpiresAt, false, :tokenHash, :createdAt)
        ON CONFLICT (id) DO UPDATE SET scopes = excluded.scopes, state_hash = excluded.state_hash,
            code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at
        WHERE NOT a.code_used
        """;

    /** A code is taken once however close together the requests come: not again, nor after that has revoked it. */
    private static final String TAKE_CODE = """
        UPDATE oauth_authorization SET code_used = true, token_hash = :tokenHash, created_at = :createdAt
        WHERE id = :id AND NOT code_used
        """;

    private static final String FIND_GRANT = """
        SELECT a.id, a.account_id, app.client_id, app.name, app.website, a.scopes
        FROM oauth_authorization a JOIN oauth_app app ON app.id = a.app_id
        WHERE a.token_hash = :hash
        """;

    private static final String APPS = """
        SELECT a.app_id, app.name, app.website, min(a.created_at) AS since
        FROM oauth_authorization a JOIN oauth_app app ON app.id = a.app_id
        WHERE a.account_id = :account AND a.token_hash IS NOT NULL
        GROUP BY a.app_id, app.name, app.website ORDER BY since DESC LIMIT 200
        """;

    private static final String SURPLUS = """
        SELECT id::text FROM oauth_authorization
        WHERE app_id = :app AND account_id IS NULL AND token_hash IS NOT NULL
        ORDER BY created_at DESC OFFSET :most
        """;

    private final JdbcClient jdbc;
    private final AppRepository apps;
    private final Outbox outbox;

    AuthorizationService(JdbcClient jdbc, AppRepository apps, Outbox outbox) {
        this.jdbc = jdbc;
        this.apps = apps;
        this.outbox = outbox;
    }

    /** What an access token stands for, which is in use from now on; empty when it is unknown or revoked. */
    public Optional<Grant> findGrant(String accessToken) {
        Optional<Grant> found = jdbc.sql(FIND_GRANT)
                .param("hash", RandomToken.hash(accessToken))
                .query((row, number) -> new Grant(
                        row.getString("id"),
                        row.getObject("account_id", Long.class),
                        row.getString("client_id"),
                        new Caller.App(row.getString("name"), row.getString("website")),
                        Set.copyOf(AppRepository.texts(row, "scopes"))))
                .optional();
        found.filter(grant -> grant.accountId() == null).ifPresent(grant -> touch(grant.id()));
        return found;
    }

    /** A token of all the app's scopes for somebody who has just signed up through it. */
    @Transactional
    public IssuedToken issue(String clientId, long accountId) {
        App app = apps.findApp(clientId).orElseThrow();
        String token = RandomToken.generate();
        Instant now = Instant.now();
        store(AuthorizationRow.issued(app, accountId, token, now));
        return IssuedToken.of(token, app.scopes(), now);
    }

    /**
     * An app that may act for somebody.
     *
     * @param since the first of the tokens it holds
     */
    public record AuthorizedApp(
            long appId, String name, @Nullable String website, Instant since) {}

    /** The apps that hold a token of the account. */
    public List<AuthorizedApp> appsOf(long accountId) {
        return jdbc.sql(APPS)
                .param("account", accountId)
                .query((row, number) -> new AuthorizedApp(
                        row.getLong("app_id"),
                        row.getString("name"),
                        row.getString("website"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Takes back all that the account has allowed an app, so that it has to ask anew. */
    @Transactional
    public void revokeApp(long accountId, long appId) {
        jdbc.sql("DELETE FROM oauth_consent WHERE account_id = :account AND app_id = :app")
                .param("account", accountId)
                .param("app", appId)
                .update();
        idsOf(accountId, appId).forEach(this::revoke);
    }

    /** Voids every token and code of the account. What was consented to stays so. */
    @Transactional
    public void revokeAll(long accountId) {
        idsOf(accountId, null).forEach(this::revoke);
    }

    /** In the transaction of the change: what was allowed to apps, and that it was. */
    @EventListener
    void on(AccountErased erased) {
        jdbc.sql("DELETE FROM oauth_consent WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
        revokeAll(erased.accountId());
    }

    @Override
    @Transactional(noRollbackFor = OAuth2AuthenticationException.class)
    public void save(OAuth2Authorization authorization) {
        var token = authorization.getAccessToken();
        if (token != null && token.isInvalidated()) {
            revoke(authorization.getId());
        } else if (!store(AuthorizationConversion.toRow(authorization))) {
            revoke(authorization.getId());
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        } else if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            dropSurplus(Long.parseLong(authorization.getRegisteredClientId()));
        }
    }

    @Override
    @Transactional
    public void remove(OAuth2Authorization authorization) {
        revoke(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * By its state, code or access token; there are no others.
     *
     * @param type null for an access token
     */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String column = switch (type == null ? OAuth2ParameterNames.ACCESS_TOKEN : type.getValue()) {
            case OAuth2ParameterNames.STATE -> "state_hash";
            case OAuth2ParameterNames.CODE -> "code_hash";
            case OAuth2ParameterNames.ACCESS_TOKEN -> "token_hash";
            default -> "";
        };
        if (column.isEmpty()) {
            return null;
        }
        return jdbc.sql("SELECT * FROM oauth_authorization WHERE " + column + " = :hash")
                .param("hash", RandomToken.hash(token))
                .query(AuthorizationRow::map)
                .optional()
                .flatMap(row ->
                        apps.findApp(row.appId()).map(app -> AuthorizationConversion.toAuthorization(row, app, token)))
                .orElse(null);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    void forgetAbandoned() {
        jdbc.sql("DELETE FROM oauth_authorization WHERE token_hash IS NULL AND created_at < :time")
                .param("time", Instant.now().minus(ABANDONED_AFTER).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Tokens of apps that act for themselves, which anybody makes: those out of use for long are not kept. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void forgetUnused() {
        jdbc.sql("DELETE FROM oauth_authorization"
                        + " WHERE account_id IS NULL AND token_hash IS NOT NULL AND used_on < :day")
                .param("day", LocalDate.now(ZoneOffset.UTC).minusDays(KEPT_UNUSED_DAYS))
                .update();
    }

    private void touch(String id) {
        jdbc.sql("UPDATE oauth_authorization SET used_on = :today WHERE id = :id AND used_on < :today")
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .param("id", UUID.fromString(id))
                .update();
    }

    /** An app's newest tokens of its own stay. */
    private void dropSurplus(long appId) {
        jdbc.sql(SURPLUS)
                .param("app", appId)
                .param("most", MOST_OWN_TOKENS)
                .query((row, number) -> row.getString("id"))
                .list()
                .forEach(this::revoke);
    }

    /** Whether it could be stored: it cannot when its code was taken meanwhile. */
    private boolean store(AuthorizationRow row) {
        return jdbc.sql(row.codeUsed() ? TAKE_CODE : SAVE).params(row.columns()).update() == 1;
    }

    private List<String> idsOf(long accountId, @Nullable Long appId) {
        return jdbc.sql("SELECT id::text FROM oauth_authorization"
                        + " WHERE account_id = :account AND (CAST(:app AS bigint) IS NULL OR app_id = :app)")
                .param("account", accountId)
                .param("app", appId, Types.BIGINT)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    private record Revoked(@Nullable Long accountId, boolean hadToken) {}

    private void revoke(String id) {
        jdbc.sql("DELETE FROM oauth_authorization WHERE id = :id RETURNING account_id, token_hash")
                .param("id", UUID.fromString(id))
                .query((row, number) ->
                        new Revoked(row.getObject("account_id", Long.class), row.getString("token_hash") != null))
                .optional()
                .filter(Revoked::hadToken)
                .ifPresent(gone -> outbox.append(new SessionsRevoked(gone.accountId(), id, Instant.now())));
    }
}
