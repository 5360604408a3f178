package io.microblog.user.oauth;

import java.util.List;
import java.util.Set;

import io.microblog.kit.web.BaseUrl;

/** What {@code /.well-known/oauth-authorization-server} says (RFC 8414, with the API's additions). */
record ServerMetadata(
        String issuer,
        String serviceDocumentation,
        String authorizationEndpoint,
        String tokenEndpoint,
        String appRegistrationEndpoint,
        String revocationEndpoint,
        String jwksUri,
        String userinfoEndpoint,
        Set<String> scopesSupported,
        List<String> responseTypesSupported,
        List<String> responseModesSupported,
        List<String> grantTypesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> codeChallengeMethodsSupported) {

    static ServerMetadata of(BaseUrl base) {
        return new ServerMetadata(
                base.value(),
                "https://docs.joinmastodon.org/",
                base.resolve("/oauth/authorize"),
                base.resolve("/oauth/token"),
                base.resolve("/api/v1/apps"),
                base.resolve("/oauth/revoke"),
                base.resolve("/oauth/jwks"),
                base.resolve("/oauth/userinfo"),
                Scopes.KNOWN,
                List.of("code"),
                List.of("query"),
                List.of("authorization_code", "client_credentials"),
                List.of("client_secret_basic", "client_secret_post"),
                List.of("S256"));
    }
}
