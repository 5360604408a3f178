package io.microblog.user.oauth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriUtils;

/**
 * How an authorization request ends. A code, or the person's refusal, goes to the client's address; where that is out of
 * band, the code is shown. Everything else is an error page: a request that we find wrong never redirects anybody.
 */
class AuthorizationResponses implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String CODE_PAGE = "/oauth/authorize/code";
    static final String ERROR_PAGE = "/oauth/authorize/error";
    static final String CODE = "code";
    static final String ERROR = "error";

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        String code = Objects.requireNonNull(granted.getAuthorizationCode()).getTokenValue();
        String redirectUri = Objects.requireNonNull(granted.getRedirectUri());
        if (redirectUri.equals(App.OUT_OF_BAND)) {
            request.setAttribute(CODE, code);
            request.getRequestDispatcher(CODE_PAGE).forward(request, response);
        } else {
            redirect(response, redirectUri, Map.of("code", code), granted.getState());
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var error = ((OAuth2AuthenticationException) failure).getError();
        var asked = failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException known
                ? known.getAuthorizationCodeRequestAuthentication()
                : null;
        boolean refused = error.getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED);
        if (refused
                && asked != null
                && asked.getRedirectUri() != null
                && !asked.getRedirectUri().equals(App.OUT_OF_BAND)) {
            redirect(
                    response,
                    asked.getRedirectUri(),
                    Map.of("error", OAuth2ErrorCodes.ACCESS_DENIED),
                    asked.getState());
            return;
        }
        response.setStatus((refused ? HttpStatus.OK : HttpStatus.BAD_REQUEST).value());
        request.setAttribute(ERROR, error);
        request.getRequestDispatcher(ERROR_PAGE).forward(request, response);
    }

    private static void redirect(
            HttpServletResponse response, String redirectUri, Map<String, String> parameters, @Nullable String state) {
        var target = new StringBuilder(redirectUri);
        parameters.forEach((name, value) -> append(target, name, value));
        if (state != null && !state.isEmpty()) {
            append(target, "state", state);
        }
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", target.toString());
    }

    private static void append(StringBuilder target, String name, String value) {
        target.append(target.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(UriUtils.encode(value, StandardCharsets.UTF_8));
    }
}
