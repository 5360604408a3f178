package io.microblog.kit.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes endpoints: an OpenAPI document's {@code paths} and {@code components}, without its head. */
public final class ApiDescription {

    private final ObjectNode document = Schemas.node();
    private final ObjectNode paths = document.putObject("paths");
    private final Schemas schemas;

    private ApiDescription(JsonMapper json) {
        this.schemas = new Schemas(json, document.putObject("components").putObject("schemas"));
    }

    /**
     * Of endpoints that are told by interfaces.
     *
     * @param json the mapper by which they answer
     */
    public static ObjectNode of(JsonMapper json, List<DescribedEndpoints> described) {
        return of(json, described.stream().flatMap(it -> Endpoint.of(it.type())));
    }

    static ObjectNode of(JsonMapper json, Stream<Endpoint> endpoints) {
        var description = new ApiDescription(json);
        endpoints
                .filter(Endpoint::isPublicApi)
                .sorted(Comparator.comparing(endpoint -> endpoint.paths().getFirst()))
                .forEach(description::add);
        return description.document;
    }

    private void add(Endpoint endpoint) {
        var operation = new Operation(endpoint, schemas);
        for (String path : endpoint.paths()) {
            ObjectNode methods = paths.withObjectProperty(path);
            for (RequestMethod method : endpoint.methods()) {
                String key = method.name().toLowerCase(Locale.ROOT);
                if (methods.replace(key, operation.describe(method, path)) != null) {
                    throw new IllegalStateException(method + " " + path + " is described twice");
                }
            }
        }
    }
}
