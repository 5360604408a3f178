package io.microblog.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares a schema with the record it describes: the same fields all the way down, of the same types, required exactly
 * when they cannot be null.
 */
final class SchemaShape {

    private final JsonNode root;
    private final List<String> differences = new ArrayList<>();

    SchemaShape(JsonNode root) {
        this.root = root;
    }

    /** Where schema and record differ, in words. */
    List<String> differences(Class<?> type) {
        record(type, root, "");
        return List.copyOf(differences);
    }

    /** The schema that {@code node} stands for, which may be a reference to a definition beside it. */
    static JsonNode resolve(JsonNode root, JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.values().stream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new))
                : Set.of(type.asString(""));
    }

    private void record(Class<?> type, JsonNode schema, String path) {
        RecordComponent[] components = type.getRecordComponents();
        equal(
                path,
                "fields",
                names(components, true),
                new TreeSet<>(schema.path("properties").propertyNames()));
        equal(path, "required", names(components, false), strings(schema.path("required")));
        equal(
                path,
                "additionalProperties",
                true,
                schema.path("additionalProperties").asBoolean(true));
        for (RecordComponent component : components) {
            JsonNode property = schema.path("properties").path(component.getName());
            String at = path + "/" + component.getName();
            equal(at, "description", true, property.has("description"));
            value(component.getGenericType(), component, resolve(root, property), at);
        }
    }

    private void value(Type type, RecordComponent component, JsonNode schema, String path) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        boolean direct = type.equals(component.getGenericType());
        boolean id = direct && component.isAnnotationPresent(IdString.class);
        var types = new TreeSet<>(Set.of(id ? "string" : jsonType(raw)));
        if (direct && isNullable(component)) {
            types.add("null");
        }
        equal(path, "type", types, new TreeSet<>(types(schema)));
        equal(path, "pattern", id ? "^[0-9]+$" : "", schema.path("pattern").asString(""));
        equal(
                path,
                "format",
                raw == Instant.class ? "date-time" : "",
                schema.path("format").asString(""));
        equal(path, "enum", constants(raw), strings(schema.path("enum")));
        if (raw.isRecord()) {
            record(raw, schema, path);
        } else if (type instanceof ParameterizedType list) {
            value(list.getActualTypeArguments()[0], component, resolve(root, schema.path("items")), path + "/*");
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return "integer";
        } else if (type == String.class || type == Instant.class || type.isEnum()) {
            return "string";
        } else if (type == List.class) {
            return "array";
        }
        return type.isRecord() ? "object" : "a type that events may have, not " + type.getName();
    }

    private static Set<String> constants(Class<?> type) {
        return !type.isEnum()
                ? Set.of()
                : Arrays.stream(type.getEnumConstants())
                        .map(constant ->
                                EventJson.mapper().valueToTree(constant).asString())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(RecordComponent[] components, boolean nullableToo) {
        return Arrays.stream(components)
                .filter(component -> nullableToo || !isNullable(component))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> strings(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    private void equal(String path, String what, Object inRecord, Object inSchema) {
        if (!inRecord.equals(inSchema)) {
            differences.add("the schema at " + (path.isEmpty() ? "/" : path) + ": " + what + " is " + inSchema
                    + ", the record says " + inRecord);
        }
    }
}
