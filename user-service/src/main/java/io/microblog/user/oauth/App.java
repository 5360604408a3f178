package io.microblog.user.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * A registered client.
 *
 * @param clientId what it calls itself
 * @param secretHash by {@link HashedSecret}
 * @param name as shown to people
 * @param website of its makers
 * @param redirectUris where codes may be sent; exactly these
 * @param scopes the most it may ask for
 */
record App(
        long id,
        String clientId,
        String secretHash,
        String name,
        @Nullable String website,
        List<String> redirectUris,
        Set<String> scopes) {

    /** Where there is nowhere to redirect to: the code is shown to the person, who copies it. */
    static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

    /** Access tokens live until they are revoked; the framework wants a number. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final TokenSettings TOKENS = TokenSettings.builder()
            .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
            .accessTokenTimeToLive(FOR_EVER)
            .authorizationCodeTimeToLive(Duration.ofMinutes(10))
            .build();
    private static final ClientSettings CLIENT = ClientSettings.builder()
            .requireAuthorizationConsent(true)
            .requireProofKey(false)
            .build();

    /** Under this name a registered client keeps where codes may be sent. */
    private static final String REDIRECT_URIS = "redirect-uris";

    /** As the authorization server wants it. Its own redirect addresses cannot be a bare {@code app://}. */
    RegisteredClient registered() {
        return RegisteredClient.withId(Long.toString(id))
                .clientId(clientId)
                .clientSecret(secretHash)
                .clientName(name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .redirectUri(OUT_OF_BAND)
                .scopes(all -> all.addAll(scopes))
                .clientSettings(ClientSettings.withSettings(CLIENT.getSettings())
                        .setting(REDIRECT_URIS, Set.copyOf(redirectUris))
                        .build())
                .tokenSettings(TOKENS)
                .build();
    }

    /** Where a client may have codes sent. */
    static Set<String> redirectUrisOf(RegisteredClient client) {
        Set<String> uris = client.getClientSettings().getSetting(REDIRECT_URIS);
        return Objects.requireNonNull(uris);
    }
}
