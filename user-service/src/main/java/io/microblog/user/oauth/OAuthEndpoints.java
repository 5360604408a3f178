package io.microblog.user.oauth;

import java.util.Map;

import io.microblog.kit.openapi.Answers;
import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;

/** The endpoints of the authorization server, whose filters answer them, for the description of the API. */
@OpenToAll
interface OAuthEndpoints {

    /** @param code with the grant type {@code authorization_code} */
    record TokenRequest(
            String grantType,
            @Opaque @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String code,
            @Nullable String redirectUri,
            @Nullable String codeVerifier,
            @Nullable String scope) {}

    record RevocationRequest(
            String token,
            @Opaque @Nullable String clientId,
            @Nullable String clientSecret) {}

    @PostMapping("/oauth/token")
    @Answers(refusal = OAuthError.class)
    IssuedToken token(@Body TokenRequest request);

    @PostMapping("/oauth/revoke")
    @Answers(refusal = OAuthError.class)
    Map<String, String> revoke(@Body RevocationRequest request);

    @GetMapping("/oauth/jwks")
    Map<String, JsonNode> keys();

    @GetMapping("/.well-known/oauth-authorization-server")
    ServerMetadata metadata();
}
