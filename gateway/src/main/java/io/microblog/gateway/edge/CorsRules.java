package io.microblog.gateway.edge;

import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Web clients on other origins may use the API with a token, never with cookies. */
@Configuration(proxyBeanMethods = false)
class CorsRules {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 30)
    CorsWebFilter corsFilter() {
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        open.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
        open.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        open.setExposedHeaders(List.of(
                "Link",
                "X-RateLimit-Limit",
                "X-RateLimit-Remaining",
                "X-RateLimit-Reset",
                "Retry-After",
                "WWW-Authenticate"));
        open.setAllowCredentials(false);
        open.setMaxAge(Duration.ofDays(1));
        var source = new UrlBasedCorsConfigurationSource();
        for (String path : List.of("/api/**", "/oauth/**", "/.well-known/**", "/nodeinfo/**")) {
            source.registerCorsConfiguration(path, open);
        }
        return new CorsWebFilter(source);
    }
}
