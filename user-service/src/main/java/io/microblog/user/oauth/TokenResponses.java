package io.microblog.user.oauth;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

/** The answers of the token and revocation endpoints, as the API documents them. */
class TokenResponses {

    private final JsonMapper json;

    TokenResponses(JsonMapper json) {
        this.json = json;
    }

    void issued(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var token = ((OAuth2AccessTokenAuthenticationToken) authentication).getAccessToken();
        Instant issuedAt = Objects.requireNonNull(token.getIssuedAt());
        write(response, HttpStatus.OK, IssuedToken.of(token.getTokenValue(), token.getScopes(), issuedAt));
    }

    void revoked(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        write(response, HttpStatus.OK, Map.of());
    }

    /** A token that is missing, or another client's. */
    void notRevoked(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        write(
                response,
                HttpStatus.FORBIDDEN,
                error(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "You are not authorized to revoke this token"));
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        OAuth2Error error = ((OAuth2AuthenticationException) failure).getError();
        boolean client = error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
        write(
                response,
                client ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                error(error.getErrorCode(), describe(error)));
    }

    void unknownClient(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                error(OAuth2ErrorCodes.INVALID_CLIENT, describe(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT))));
    }

    private static String describe(OAuth2Error error) {
        return switch (error.getErrorCode()) {
            case OAuth2ErrorCodes.INVALID_CLIENT ->
                "Client authentication failed due to unknown client or wrong client authentication";
            case OAuth2ErrorCodes.INVALID_GRANT ->
                "The provided authorization grant is invalid, expired, revoked, or was issued to another client";
            case OAuth2ErrorCodes.INVALID_SCOPE -> "The requested scope is invalid, unknown, or malformed";
            case OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE -> "The authorization grant type is not supported";
            default -> Objects.requireNonNullElse(error.getDescription(), "The request is not valid");
        };
    }

    private static OAuthError error(String code, String description) {
        return new OAuthError(code, description);
    }

    private void write(HttpServletResponse response, HttpStatus status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        response.setStatus(status.value());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
