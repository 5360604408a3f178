package io.microblog.user.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Repository;

/** Remembers what people have allowed apps. */
@Repository
class ConsentRepository implements OAuth2AuthorizationConsentService {

    private static final String SAVE = """
            INSERT INTO oauth_consent (account_id, app_id, scopes) VALUES (:account, :app, :scopes)
            ON CONFLICT (account_id, app_id) DO UPDATE SET scopes = excluded.scopes
            """;

    private final JdbcClient jdbc;

    ConsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        jdbc.sql(SAVE)
                .param("account", Long.valueOf(consent.getPrincipalName()))
                .param("app", Long.valueOf(consent.getRegisteredClientId()))
                .param("scopes", consent.getScopes().toArray(String[]::new))
                .update();
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        jdbc.sql("DELETE FROM oauth_consent WHERE account_id = :account AND app_id = :app")
                .param("account", Long.valueOf(consent.getPrincipalName()))
                .param("app", Long.valueOf(consent.getRegisteredClientId()))
                .update();
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String appId, String accountId) {
        return jdbc.sql("SELECT scopes FROM oauth_consent WHERE account_id = :account AND app_id = :app")
                .param("account", Long.valueOf(accountId))
                .param("app", Long.valueOf(appId))
                .query((row, number) -> AppRepository.texts(row, "scopes"))
                .optional()
                .map(scopes -> {
                    var consent = OAuth2AuthorizationConsent.withId(appId, accountId);
                    scopes.forEach(consent::scope);
                    return consent.build();
                })
                .orElse(null);
    }
}
