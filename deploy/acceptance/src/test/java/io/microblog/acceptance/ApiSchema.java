package io.microblog.acceptance;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI 3.1 document that answers can be held against. */
final class ApiSchema {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private final JsonNode document;
    private final List<Operation> operations;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private ApiSchema(JsonNode document) {
        this.document = document;
        this.operations = document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> Operation.of(method.getKey(), path.getKey(), method.getValue())))
                .sorted(Comparator.comparingInt(Operation::variables))
                .toList();
    }

    /**
     * As it is written: keys that it does not know may be there. So a value may be of more than one of its forms, even if it
     * asks for one.
     */
    static ApiSchema open(String json) {
        JsonNode document = JsonMapper.shared().readTree(json);
        for (JsonNode schema : document.findParents("oneOf")) {
            ((ObjectNode) schema).set("anyOf", ((ObjectNode) schema).remove("oneOf"));
        }
        return new ApiSchema(document);
    }

    /** With nothing but the keys that it names. */
    static ApiSchema closed(String json) {
        JsonNode document = JsonMapper.shared().readTree(json);
        document.findParents("allOf").forEach(extended -> unite(document, (ObjectNode) extended));
        document.findParents("properties").stream()
                .filter(schema ->
                        schema instanceof ObjectNode && schema.get("properties").isObject())
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
        return new ApiSchema(document);
    }

    /** An extended schema becomes one that names all keys itself: closed apart, each would refuse the others' keys. */
    private static void unite(JsonNode document, ObjectNode extended) {
        ArrayNode required = extended.put("type", "object").putArray("required");
        ObjectNode properties = extended.putObject("properties");
        for (JsonNode part : extended.remove("allOf")) {
            JsonNode schema =
                    part.has("$ref") ? document.at(part.get("$ref").asString().substring(1)) : part;
            schema.path("properties").properties().forEach(key -> properties.set(key.getKey(), key.getValue()));
            schema.path("required").forEach(required::add);
        }
    }

    /** A method at a path with variables. */
    record Operation(String method, String template, Pattern path, int variables, JsonNode node) {

        private static Operation of(String method, String template, JsonNode node) {
            Pattern path = Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
            int variables = template.split("\\{", -1).length - 1;
            return new Operation(method.toUpperCase(Locale.ROOT), template, path, variables, node);
        }

        /** The description of answers of this status, by itself or by its class. */
        Optional<JsonNode> response(int status) {
            JsonNode responses = node.path("responses");
            return Stream.of(Integer.toString(status), status / 100 + "XX")
                    .filter(responses::has)
                    .map(responses::get)
                    .findFirst();
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    List<Operation> operations() {
        return operations;
    }

    /** Of several that fit, the one with the fewest variables is meant. */
    Optional<Operation> operation(Exchange exchange) {
        return operations.stream()
                .filter(operation -> operation.method().equals(exchange.method())
                        && operation.path().matcher(exchange.path()).matches())
                .findFirst();
    }

    /** What is wrong with a body, by place; empty when nothing is, or when the description shows no schema. */
    List<String> violations(JsonNode response, Exchange exchange) {
        JsonNode content = response.path("content");
        JsonNode schema = content.path(exchange.type()).path("schema");
        if (content.isEmpty()) {
            return List.of();
        }
        if (schema.isMissingNode()) {
            return List.of("has the media type " + exchange.type());
        }
        return validate(schema, exchange);
    }

    private List<String> validate(JsonNode schema, Exchange exchange) {
        if (!exchange.type().endsWith("json")) {
            return List.of();
        }
        return compiled.computeIfAbsent(schema, this::compile).validate(exchange.body(), InputFormat.JSON).stream()
                .map(error ->
                        error.getInstanceLocation().toString().replaceAll("/\\d+", "/*") + " " + error.getMessage())
                .distinct()
                .toList();
    }

    /** What a refused request that no operation fits must look like. */
    List<String> problemViolations(Exchange exchange) {
        ObjectNode problem = JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/Problem");
        return validate(problem, exchange);
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.setAll((ObjectNode) schema);
        root.set("components", document.get("components"));
        return SCHEMAS.getSchema(root);
    }
}
