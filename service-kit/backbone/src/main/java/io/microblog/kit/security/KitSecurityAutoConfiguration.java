package io.microblog.kit.security;

import java.util.List;
import java.util.Objects;

import io.microblog.kit.problem.ProblemWriter;
import io.microblog.kit.problem.Unauthorized;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every service its identity, and every servlet service its two filter chains. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@EnableConfigurationProperties(SecurityProperties.class)
public final class KitSecurityAutoConfiguration {

    @Bean
    ServiceIdentity serviceIdentity(
            @Value("${spring.application.name}") String service, SecurityProperties properties) {
        return new ServiceIdentity(service, properties.keysTo());
    }

    /** The resource server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({SecurityFilterChain.class, JwtAuthenticationToken.class})
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class ResourceServer implements WebMvcConfigurer {

        /** Between the chains that a service declares for its own pages and the one for everything else. */
        static final int INTERNAL_ORDER = Ordered.LOWEST_PRECEDENCE - 20;

        /** Not one of each filter, which would be a dozen for a request; the request itself is observed. */
        @Bean
        SecurityObservationSettings securityObservations() {
            return SecurityObservationSettings.noObservations();
        }

        @Bean
        @ConditionalOnMissingBean
        JwtDecoder callerTokens(SecurityProperties properties, @Value("${microblog.base-url}") String baseUrl) {
            return TokenDecoders.forCallers(Objects.requireNonNull(properties.jwksUrl(), "jwks-url"), baseUrl);
        }

        @Bean
        @Order(INTERNAL_ORDER)
        SecurityFilterChain internalChain(
                HttpSecurity http, SecurityProperties properties, @Value("${spring.application.name}") String service) {
            JwtDecoder serviceTokens =
                    TokenDecoders.forServices(service, ServiceKeys.parse("MICROBLOG_KEYS_FROM", properties.keysFrom()));
            return stateless(http)
                    .securityMatcher("/internal/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(Callers.SERVICE_AUTHORITY))
                    .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthorized())
                            .jwt(jwt -> jwt.decoder(serviceTokens)
                                    .jwtAuthenticationConverter(token -> new JwtAuthenticationToken(
                                            token, AuthorityUtils.createAuthorityList(Callers.SERVICE_AUTHORITY)))))
                    .build();
        }

        /** Reads the caller's token if there is one; {@link AccessInterceptor} decides by the endpoint. */
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE - 10)
        SecurityFilterChain publicApiChain(HttpSecurity http, JwtDecoder callerTokens) {
            return stateless(http)
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthorized())
                            .jwt(jwt -> jwt.decoder(callerTokens)
                                    .jwtAuthenticationConverter(token -> new JwtAuthenticationToken(token, List.of()))))
                    .build();
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new CallerArgumentResolver());
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new AccessInterceptor()).order(Ordered.HIGHEST_PRECEDENCE);
        }

        private static HttpSecurity stateless(HttpSecurity http) {
            return http.csrf(AbstractHttpConfigurer::disable)
                    .formLogin(AbstractHttpConfigurer::disable)
                    .httpBasic(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .anonymous(AbstractHttpConfigurer::disable)
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorized()));
        }

        private static AuthenticationEntryPoint unauthorized() {
            return (request, response, cause) ->
                    ProblemWriter.write(request, response, new Unauthorized("The access token is invalid"));
        }
    }
}
