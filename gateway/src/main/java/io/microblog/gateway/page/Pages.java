package io.microblog.gateway.page;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.microblog.gateway.routing.Upstreams;
import io.microblog.kit.openapi.DescribedEndpoints;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.BaseUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The style of the plain page, the images of those who have none, and what programs ask every site for. */
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    /** Of user-service. Password managers find it by the address that the W3C agreed upon for all sites. */
    private static final String PASSWORD_SETTINGS = "/auth/settings#change-password";

    record Health(String status, Map<String, String> services) {}

    /** What of it is for programs. */
    @OpenToAll
    interface Endpoints {

        @GetMapping("/health")
        Health health();
    }

    @Bean
    DescribedEndpoints ownEndpoints() {
        return new DescribedEndpoints(Endpoints.class);
    }

    @Bean
    RouterFunction<ServerResponse> ownPages(Upstreams upstreams, BaseUrl base) {
        return RouterFunctions.route()
                .route(
                        reads("/health"),
                        request -> ServerResponse.ok()
                                .cacheControl(CacheControl.noStore())
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(new Health("up", upstreams.states())))
                .route(reads("/landing.css"), file("landing.css", MediaType.valueOf("text/css"), FOR_A_DAY))
                .route(reads("/avatars/original/missing.png"), file("avatar.png", MediaType.IMAGE_PNG, FOR_A_DAY))
                .route(reads("/headers/original/missing.png"), file("header.png", MediaType.IMAGE_PNG, FOR_A_DAY))
                .route(
                        reads("/.well-known/change-password"),
                        request -> ServerResponse.status(HttpStatus.FOUND)
                                .location(URI.create(base.resolve(PASSWORD_SETTINGS)))
                                .build())
                .build();
    }

    private static RequestPredicate reads(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private static HandlerFunction<ServerResponse> file(String name, MediaType type, CacheControl caching) {
        var resource = new ClassPathResource("pages/" + name);
        return request ->
                ServerResponse.ok().contentType(type).cacheControl(caching).bodyValue(resource);
    }
}
