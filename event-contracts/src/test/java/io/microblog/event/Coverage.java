package io.microblog.event;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** Sees to it that the samples exercise the whole schema: a field that no sample fills is not frozen. */
final class Coverage {

    private final JsonNode root;
    private final List<String> gaps = new ArrayList<>();

    Coverage(JsonNode root) {
        this.root = root;
    }

    /** The fields that no sample fills and the nullable ones that none leaves out. */
    List<String> gaps(List<JsonNode> samples) {
        object(root, samples, "");
        return List.copyOf(gaps);
    }

    private void object(JsonNode schema, List<JsonNode> values, String path) {
        schema.path("properties")
                .properties()
                .forEach(field -> value(
                        SchemaShape.resolve(root, field.getValue()),
                        values.stream().map(value -> value.path(field.getKey())).toList(),
                        path + "/" + field.getKey()));
    }

    private void value(JsonNode schema, List<JsonNode> values, String path) {
        List<JsonNode> filled = values.stream()
                .filter(value -> !value.isNull() && !value.isMissingNode())
                .toList();
        if (filled.isEmpty()) {
            gaps.add("no sample fills " + path);
        } else if (filled.size() == values.size() && SchemaShape.types(schema).contains("null")) {
            gaps.add("no sample leaves out " + path);
        }
        if (schema.has("items") && !filled.isEmpty()) {
            List<JsonNode> items =
                    filled.stream().flatMap(JsonNode::valueStream).toList();
            value(SchemaShape.resolve(root, schema.path("items")), items, path + "/*");
        } else if (!filled.isEmpty()) {
            object(schema, filled, path);
        }
    }
}
