package io.microblog.kit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns form keys with brackets into the tree they mean, as Rack does for the clients' model server. Since servlets group
 * values by key, the n-th value of {@code a[][b]} belongs to the n-th element.
 */
final class FormTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern KEY = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern SEGMENT = Pattern.compile("\\[([^\\[\\]]*)]");

    private FormTree() {}

    /** Values are text or embedded objects. */
    static ObjectNode of(Map<String, ? extends List<? extends JsonNode>> form) {
        BodyLimits.checkValues(form);
        ObjectNode root = NODES.objectNode();
        form.forEach((key, values) -> {
            if (!values.isEmpty()) {
                put(root, segments(key), values, key);
            }
        });
        return root;
    }

    private static List<String> segments(String key) {
        BodyLimits.checkName(key);
        Matcher whole = KEY.matcher(key);
        if (!whole.matches()) {
            return List.of(key);
        }
        List<String> segments = new ArrayList<>();
        segments.add(whole.group(1));
        Matcher segment = SEGMENT.matcher(whole.group(2));
        while (segment.find()) {
            segments.add(segment.group(1));
        }
        BodyLimits.checkDepth(segments.size());
        return segments;
    }

    private static void put(ObjectNode parent, List<String> path, List<? extends JsonNode> values, String key) {
        String name = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (rest.isEmpty()) {
            putScalar(parent, name, values, key);
        } else if (rest.getFirst().isEmpty()) {
            putElements(arrayAt(parent, name, key), rest.subList(1, rest.size()), values, key);
        } else {
            put(objectAt(parent.get(name), key, child -> parent.set(name, child)), rest, values, key);
        }
    }

    private static void putScalar(ObjectNode parent, String name, List<? extends JsonNode> values, String key) {
        if (parent.has(name) || values.size() > 1) {
            arrayAt(parent, name, key).addAll(values);
        } else {
            parent.set(name, values.getFirst());
        }
    }

    private static void putElements(ArrayNode array, List<String> path, List<? extends JsonNode> values, String key) {
        if (path.isEmpty()) {
            // The only way a form can say "empty list" is one empty element.
            if (values.size() > 1 || !isEmptyText(values.getFirst())) {
                array.addAll(values);
            }
            return;
        }
        if (path.getFirst().isEmpty()) {
            throw mixed(key);
        }
        for (int i = 0; i < values.size(); i++) {
            put(objectAt(array.get(i), key, array::add), path, List.of(values.get(i)), key);
        }
    }

    private static ArrayNode arrayAt(ObjectNode parent, String name, String key) {
        JsonNode present = parent.get(name);
        if (present instanceof ArrayNode array) {
            return array;
        }
        if (present instanceof ObjectNode) {
            throw mixed(key);
        }
        ArrayNode array = parent.putArray(name);
        if (present != null) {
            array.add(present);
        }
        return array;
    }

    private static ObjectNode objectAt(@Nullable JsonNode present, String key, Consumer<ObjectNode> add) {
        if (present instanceof ObjectNode object) {
            return object;
        }
        if (present != null) {
            throw mixed(key);
        }
        ObjectNode object = NODES.objectNode();
        add.accept(object);
        return object;
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isString() && value.stringValue().isEmpty();
    }

    private static Invalid mixed(String key) {
        return Invalid.field(key, "ERR_INVALID", "is given in two shapes that do not fit together");
    }
}
