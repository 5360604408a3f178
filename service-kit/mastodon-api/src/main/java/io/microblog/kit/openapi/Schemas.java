package io.microblog.kit.openapi;

import java.lang.reflect.AnnotatedType;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON schemas of types. Records become components; what is nullable is what the code says is nullable. A plain
 * {@code Object} in an answer stands for something that is not there yet: null, or an empty list of it.
 */
final class Schemas {

    /** Which way the JSON goes; in requests more is accepted than is ever sent. */
    enum Direction {
        REQUEST,
        RESPONSE
    }

    private static final String DECIMAL = "^-?[0-9]+$";
    private static final String MILLISECONDS = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$";

    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(UUID.class, "string"),
            Map.entry(URI.class, "string"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(float.class, "number"),
            Map.entry(Float.class, "number"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"));

    private final JsonMapper json;
    private final ObjectNode components;
    private final Map<String, Class<?>> named = new HashMap<>();

    /** @param components where the schemas of records go */
    Schemas(JsonMapper json, ObjectNode components) {
        this.json = json;
        this.components = components;
    }

    ObjectNode of(AnnotatedType type, Direction direction) {
        ObjectNode schema = ofPresent(type, direction);
        return Types.isNullable(type) ? orNull(schema) : schema;
    }

    /** The schema of the type's values that are not null. */
    ObjectNode ofPresent(AnnotatedType type, Direction direction) {
        Class<?> raw = Types.raw(type);
        SchemaName name = type.getAnnotation(SchemaName.class);
        if (name != null) {
            return reference(name.value());
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return node();
        }
        if (Types.isList(type)) {
            return list(Types.element(type), direction);
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = typed("object");
            map.set("additionalProperties", of(Types.element(type), direction));
            return map;
        }
        return ofClass(raw, direction);
    }

    ObjectNode ofClass(Class<?> type, Direction direction) {
        boolean request = direction == Direction.REQUEST;
        if (SCALARS.containsKey(type)) {
            return typed(Objects.requireNonNull(SCALARS.get(type)));
        }
        if (type == Instant.class) {
            ObjectNode instant = typed("string").put("format", "date-time");
            return request ? instant : instant.put("pattern", MILLISECONDS);
        }
        if (type == LocalDate.class) {
            return typed("string").put("format", "date");
        }
        if (type == Object.class) {
            return request ? node() : typed("null");
        }
        if (MultipartFile.class.isAssignableFrom(type)) {
            return typed("string").put("format", "binary");
        }
        return type.isEnum() ? constants(type) : component(type, direction);
    }

    /** Of what is called an id: a decimal number as text, or a list of them. */
    ObjectNode ofId(AnnotatedType type) {
        ObjectNode schema = ofPresentId(type);
        return Types.isNullable(type) ? orNull(schema) : schema;
    }

    /** The same of values that are not null. */
    ObjectNode ofPresentId(AnnotatedType type) {
        if (!Types.isList(type)) {
            return decimal();
        }
        ObjectNode list = typed("array");
        list.set("items", decimal());
        return list;
    }

    /** The schemas of a record's properties by name. */
    ObjectNode properties(Class<?> type, Direction direction) {
        ObjectNode schema = node();
        new ObjectSchema(json, this, direction).fill(schema, type);
        return schema.withObjectProperty("properties");
    }

    /** An id as text. */
    static ObjectNode decimal() {
        return typed("string").put("pattern", DECIMAL);
    }

    static ObjectNode typed(String type) {
        return node().put("type", type);
    }

    static ObjectNode reference(String schema) {
        return node().put("$ref", "#/components/schemas/" + schema);
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode list(AnnotatedType element, Direction direction) {
        ObjectNode list = typed("array");
        if (Types.raw(element) == Object.class && direction == Direction.RESPONSE) {
            return list.put("maxItems", 0);
        }
        list.set("items", of(element, direction));
        return list;
    }

    /** As the mapper writes them. */
    private ObjectNode constants(Class<?> type) {
        ObjectNode schema = typed("string");
        ArrayNode names = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(json.<JsonNode>valueToTree(constant)));
        return schema;
    }

    private ObjectNode component(Class<?> type, Direction direction) {
        String name = SchemaNames.of(type);
        Class<?> other = named.putIfAbsent(name, type);
        if (other == null) {
            // Its place is taken first, because it may contain itself.
            ObjectNode schema = components.putObject(name);
            new ObjectSchema(json, this, direction).fill(schema, type);
        } else if (other != type) {
            throw new IllegalStateException(other + " and " + type + " are both described as " + name);
        }
        return reference(name);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        JsonNode type = schema.get("type");
        if (type == null) {
            ObjectNode either = node();
            either.putArray("anyOf").add(schema).add(typed("null"));
            return schema.isEmpty() ? schema : either;
        }
        if (!type.isString() || type.stringValue().equals("null")) {
            return schema;
        }
        schema.putArray("type").add(type).add("null");
        if (schema.get("enum") instanceof ArrayNode constants) {
            constants.addNull();
        }
        return schema;
    }
}
