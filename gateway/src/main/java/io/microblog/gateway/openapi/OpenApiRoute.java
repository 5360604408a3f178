package io.microblog.gateway.openapi;

import java.time.Duration;
import java.util.Map;

import io.microblog.kit.openapi.DescribedEndpoints;
import io.microblog.kit.security.OpenToAll;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** Where the description is. */
@Configuration(proxyBeanMethods = false)
class OpenApiRoute {

    private static final String PATH = "/api/openapi.json";
    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    /** It describes itself, too. */
    @OpenToAll
    interface Endpoints {

        @GetMapping(PATH)
        Map<String, JsonNode> document();
    }

    @Bean
    DescribedEndpoints openApiEndpoints() {
        return new DescribedEndpoints(Endpoints.class);
    }

    @Bean
    RouterFunction<ServerResponse> openApi(ServiceDescriptions descriptions) {
        return RouterFunctions.route()
                .route(
                        RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                                .and(RequestPredicates.path(PATH)),
                        request -> descriptions
                                .document()
                                .flatMap(document -> ServerResponse.ok()
                                        .cacheControl(BRIEFLY)
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .bodyValue(document)))
                .build();
    }
}
