package io.microblog.user.oauth;

import java.util.List;
import java.util.Map;

import io.microblog.kit.openapi.DescribedEndpoints;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.session.AccountChoice;
import io.microblog.user.session.PageHeaders;
import io.microblog.user.session.PageLanguage;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Spring Authorization Server as the client API wants it. Grants that are not listed here are not offered. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    private static final String[] ENDPOINTS = {
        "/oauth/authorize", "/oauth/token", "/oauth/revoke", "/oauth/jwks", "/.well-known/oauth-authorization-server"
    };

    @Bean
    AuthorizationServerSettings authorizationServerSettings(BaseUrl base) {
        return AuthorizationServerSettings.builder()
                .issuer(base.value())
                .authorizationEndpoint("/oauth/authorize")
                .tokenEndpoint("/oauth/token")
                .tokenRevocationEndpoint("/oauth/revoke")
                .jwkSetEndpoint("/oauth/jwks")
                .build();
    }

    @Bean
    DescribedEndpoints oauthEndpoints() {
        return new DescribedEndpoints(OAuthEndpoints.class);
    }

    /** Opaque access tokens and nothing else: no refresh tokens. */
    @Bean
    OAuth2TokenGenerator<?> accessTokens() {
        return new OAuth2AccessTokenGenerator();
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(HttpSecurity http, BaseUrl base, JsonMapper json) {
        var tokens = new TokenResponses(json);
        Map<String, Object> metadata = json.convertValue(ServerMetadata.of(base), new TypeReference<>() {});
        PageHeaders.apply(http);
        return http.addFilterAfter(new PageLanguage(), SecurityContextHolderFilter.class)
                .addFilterBefore(new AccountChoice(), AuthorizationFilter.class)
                .securityMatcher(ENDPOINTS)
                .oauth2AuthorizationServer(server -> configure(server, tokens, metadata))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(entryPoint(tokens)))
                .build();
    }

    private static void configure(
            OAuth2AuthorizationServerConfigurer server, TokenResponses tokens, Map<String, Object> metadata) {
        var responses = new AuthorizationResponses();
        server.clientAuthentication(clients -> clients.authenticationProviders(AuthorizationServer::adapt)
                        .errorResponseHandler(tokens::refused))
                .authorizationEndpoint(endpoint -> endpoint.consentPage("/oauth/consent")
                        .authorizationRequestConverters(all -> all.replaceAll(AuthorizationRules::withDefaultScope))
                        .authenticationProviders(AuthorizationServer::adapt)
                        .authorizationResponseHandler(responses)
                        .errorResponseHandler(responses))
                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(
                                all -> all.replaceAll(AuthorizationRules::withDefaultScope))
                        .authenticationProviders(AuthorizationServer::adapt)
                        .accessTokenResponseHandler(tokens::issued)
                        .errorResponseHandler(tokens::refused))
                .tokenRevocationEndpoint(endpoint ->
                        endpoint.revocationResponseHandler(tokens::revoked).errorResponseHandler(tokens::notRevoked))
                .authorizationServerMetadataEndpoint(endpoint ->
                        endpoint.authorizationServerMetadataCustomizer(described -> described.claims(claims -> {
                            claims.clear();
                            claims.putAll(metadata);
                        })));
    }

    private static void adapt(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(new HashedSecret());
            } else if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                requests.setAuthenticationValidator(AuthorizationRules::checkRequest);
            } else if (provider instanceof OAuth2AuthorizationConsentAuthenticationProvider consents) {
                consents.setAuthorizationConsentCustomizer(AuthorizationRules::honourRefusal);
            } else if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider credentials) {
                credentials.setAuthenticationValidator(AuthorizationRules::checkRequest);
            }
        }
    }

    /** People are asked to sign in, clients are told what is wrong. */
    private static AuthenticationEntryPoint entryPoint(TokenResponses tokens) {
        var signIn = new LoginUrlAuthenticationEntryPoint("/auth/sign_in");
        return (request, response, cause) -> {
            if (request.getRequestURI().equals("/oauth/authorize")) {
                signIn.commence(request, response, cause);
            } else {
                tokens.unknownClient(request, response, cause);
            }
        };
    }

    @Bean
    FilterRegistrationBean<JsonForms> jsonForms(JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new JsonForms(json));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** One client asks for {@code /oauth/authorize/}. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
        var filter = UrlHandlerFilter.trailingSlashHandler("/oauth/authorize/")
                .wrapRequest()
                .build();
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
