package io.microblog.kit.openapi;

import java.util.List;
import java.util.stream.Stream;

import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the service's part of the public API to the gateway, which publishes the whole. Nothing is computed before
 * somebody asks, and nothing is kept.
 */
@RestController
@InternalOnly("gateway")
class DescriptionController {

    private final RequestMappingHandlerMapping mapping;
    private final List<DescribedEndpoints> described;
    private final JsonMapper json;

    DescriptionController(RequestMappingHandlerMapping mapping, List<DescribedEndpoints> described, JsonMapper json) {
        this.mapping = mapping;
        this.described = described;
        this.json = json;
    }

    @GetMapping("/internal/openapi")
    ObjectNode description() {
        Stream<Endpoint> controllers = mapping.getHandlerMethods().values().stream()
                .map(handler -> new Endpoint(handler.getBeanType(), handler.getMethod()));
        Stream<Endpoint> others = described.stream().flatMap(it -> Endpoint.of(it.type()));
        return ApiDescription.of(json, Stream.concat(controllers, others));
    }
}
