package io.microblog.kit.web;

import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a tree of what a client sent into a record and tells which field is to blame when that fails. */
final class BodyMapper {

    private final JsonMapper json;

    BodyMapper(JsonMapper json) {
        this.json = json;
    }

    Object bind(ObjectNode tree, Type type) {
        JavaType target = json.constructType(type);
        JsonNode clean = clean(tree, "");
        try {
            return json.readerFor(target).readValue(clean);
        } catch (JacksonException failure) {
            throw problem(failure);
        }
    }

    /** Lists that came as objects with numbers for keys become lists, and characters that no database takes are refused. */
    private static JsonNode clean(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(child -> child.setValue(clean(child.getValue(), join(path, child.getKey()))));
            return isList(object) ? toList(object) : object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, clean(array.get(i), join(path, Integer.toString(i))));
            }
        } else if (node.isString() && node.stringValue().indexOf('\0') >= 0) {
            throw Invalid.field(path, "ERR_INVALID", "contains a character that is not allowed");
        }
        return node;
    }

    private static boolean isList(ObjectNode object) {
        return !object.isEmpty() && object.propertyStream().allMatch(child -> isIndex(child.getKey()));
    }

    private static boolean isIndex(String key) {
        return !key.isEmpty() && key.length() <= 9 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static ArrayNode toList(ObjectNode object) {
        List<JsonNode> elements = object.propertyStream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, JsonNode> child) -> Integer.parseInt(child.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        return JsonNodeFactory.instance.arrayNode(elements.size()).addAll(elements);
    }

    private static Problem problem(JacksonException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        String field = failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
        Class<?> target = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return Invalid.field(
                field.isEmpty() ? "body" : field,
                target != null && target.isEnum() ? "ERR_INCLUSION" : "ERR_INVALID",
                description(target));
    }

    private static String description(@Nullable Class<?> target) {
        if (target == null) {
            return "is invalid";
        }
        if (target.isEnum()) {
            return "is not included in the list";
        }
        if (target == Boolean.class || target == boolean.class) {
            return "is neither true nor false";
        }
        return Number.class.isAssignableFrom(target) || target.isPrimitive() ? "is not a number" : "is invalid";
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
