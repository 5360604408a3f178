package io.microblog.gateway.edge;

import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

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
        var rules = new UrlBasedCorsConfigurationSource();
        for (String path : List.of("/api/**", "/oauth/**", "/.well-known/**", "/nodeinfo/**")) {
            rules.registerCorsConfiguration(path, open);
        }
        return new CorsWebFilter(
                exchange -> isPicturesPreflight(exchange) ? open : rules.getCorsConfiguration(exchange));
    }

    /** What follows is answered alike to all, without a look at the origin. */
    private static boolean isPicturesPreflight(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return CorsUtils.isPreFlightRequest(request) && OpenPictures.isPicture(request);
    }
}
