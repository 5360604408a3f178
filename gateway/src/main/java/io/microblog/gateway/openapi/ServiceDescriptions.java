package io.microblog.gateway.openapi;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.microblog.gateway.routing.Backend;
import io.microblog.gateway.routing.Instance;
import io.microblog.gateway.routing.Upstreams;
import io.microblog.kit.openapi.ApiDescription;
import io.microblog.kit.openapi.DescribedEndpoints;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.ServiceIdentity;
import io.microblog.kit.web.BaseUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks each service what it serves and makes one document of the answers, which is kept for a while. Fails with
 * {@link Unavailable} when a service does not answer: half a description would look whole.
 */
@Component
class ServiceDescriptions {

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final WebClient client;
    private final Upstreams upstreams;
    private final ServiceIdentity identity;
    private final JsonMapper json;
    private final Mono<byte[]> document;

    ServiceDescriptions(
            HttpClient connections,
            Upstreams upstreams,
            ServiceIdentity identity,
            JsonMapper json,
            BaseUrl base,
            ObjectProvider<DescribedEndpoints> own) {
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(connections.responseTimeout(ANSWER)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_BYTES))
                .build();
        this.upstreams = upstreams;
        Stream.of(Backend.values()).map(Backend::service).forEach(identity::requireKeyFor);
        this.identity = identity;
        this.json = json;
        this.document = Mono.defer(this::ask)
                .map(parts ->
                        Stream.concat(Stream.of(describe(own)), parts.stream()).toList())
                .map(parts -> json.writeValueAsBytes(OpenApiDocument.of(parts, base)))
                .cache(done -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The whole document, as JSON. */
    Mono<byte[]> document() {
        return document;
    }

    private ObjectNode describe(ObjectProvider<DescribedEndpoints> own) {
        return ApiDescription.of(json, own.orderedStream().toList());
    }

    private Mono<List<ObjectNode>> ask() {
        return Flux.fromArray(Backend.values()).flatMapSequential(this::ask).collectList();
    }

    private Mono<ObjectNode> ask(Backend backend) {
        Instance instance = upstreams.of(backend).next();
        return client.get()
                .uri(instance.base() + "/internal/openapi")
                .headers(headers -> headers.setBearerAuth(identity.tokenFor(backend.service())))
                .retrieve()
                .bodyToMono(byte[].class)
                .map(body -> json.readValue(body, ObjectNode.class))
                .onErrorMap(failure -> new Unavailable(
                        "The description is temporarily unavailable, because " + backend.service() + " is", failure));
    }
}
