package io.microblog.user.oauth;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** What clients may ask for. */
final class AuthorizationRules {

    private AuthorizationRules() {}

    /** The address exactly as registered, if it may be one, and no scope beyond the registered ones. */
    static void checkRequest(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        String redirectUri = request.getRedirectUri();
        if (redirectUri == null
                || !App.redirectUrisOf(context.getRegisteredClient()).contains(redirectUri)
                || !RedirectUri.isAllowed(redirectUri)) {
            throw refusal(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri");
        }
        if (!Scopes.cover(context.getRegisteredClient().getScopes(), request.getScopes())) {
            throw refusal(OAuth2ErrorCodes.INVALID_SCOPE, "scope");
        }
    }

    static void checkRequest(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (!Scopes.cover(context.getRegisteredClient().getScopes(), request.getScopes())) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
    }

    /** A refusal is a refusal, even where some of the scopes were allowed before. */
    static void honourRefusal(OAuth2AuthorizationConsentAuthenticationContext context) {
        OAuth2AuthorizationConsentAuthenticationToken answer = context.getAuthentication();
        if (answer.getScopes().isEmpty()) {
            context.getAuthorizationConsent().authorities(Set::clear);
        }
    }

    /** A missing scope means {@link Scopes#DEFAULT}. */
    static AuthenticationConverter withDefaultScope(AuthenticationConverter converter) {
        return new AuthenticationConverter() {
            @Override
            public @Nullable Authentication convert(HttpServletRequest request) {
                Authentication converted = converter.convert(request);
                if (converted instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked
                        && asked.getScopes().isEmpty()) {
                    return withScope(asked);
                }
                if (converted instanceof OAuth2ClientCredentialsAuthenticationToken asked
                        && asked.getScopes().isEmpty()) {
                    return withScope(asked);
                }
                return converted;
            }
        };
    }

    private static Authentication withScope(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                (Authentication) asked.getPrincipal(),
                asked.getRedirectUri(),
                asked.getState(),
                Set.of(Scopes.DEFAULT),
                asked.getAdditionalParameters());
    }

    private static Authentication withScope(OAuth2ClientCredentialsAuthenticationToken asked) {
        return new OAuth2ClientCredentialsAuthenticationToken(
                (Authentication) asked.getPrincipal(), Set.of(Scopes.DEFAULT), asked.getAdditionalParameters());
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(String code, String parameter) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(code, "OAuth 2.0 Parameter: " + parameter, null), null);
    }
}
