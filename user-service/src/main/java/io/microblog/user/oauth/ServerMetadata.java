package io.microblog.user.oauth;

import java.util.List;

import io.microblog.kit.web.BaseUrl;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;

/** What {@code /.well-known/oauth-authorization-server} says (RFC 8414, with the API's additions). */
final class ServerMetadata {

    private ServerMetadata() {}

    static void describe(OAuth2AuthorizationServerMetadata.Builder metadata, BaseUrl base) {
        metadata.claims(claims -> {
            claims.clear();
            claims.put("issuer", base.value());
            claims.put("service_documentation", "https://docs.joinmastodon.org/");
            claims.put("authorization_endpoint", base.resolve("/oauth/authorize"));
            claims.put("token_endpoint", base.resolve("/oauth/token"));
            claims.put("app_registration_endpoint", base.resolve("/api/v1/apps"));
            claims.put("revocation_endpoint", base.resolve("/oauth/revoke"));
            claims.put("jwks_uri", base.resolve("/oauth/jwks"));
            claims.put("userinfo_endpoint", base.resolve("/oauth/userinfo"));
            claims.put("scopes_supported", List.copyOf(Scopes.KNOWN));
            claims.put("response_types_supported", List.of("code"));
            claims.put("response_modes_supported", List.of("query"));
            claims.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
            claims.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
            claims.put("code_challenge_methods_supported", List.of("S256"));
        });
    }
}
