package io.microblog.kit.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads everything that a request says, in whatever encoding, into one tree: the query first, the body over it. */
final class RequestTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonBodies bodies;

    RequestTree(JsonMapper json) {
        this.bodies = new JsonBodies(json);
    }

    ObjectNode read(HttpServletRequest request, NativeWebRequest webRequest) throws IOException {
        MediaType type = contentType(request);
        if (MediaType.MULTIPART_FORM_DATA.includes(type)) {
            MultipartHttpServletRequest multipart = webRequest.getNativeRequest(MultipartHttpServletRequest.class);
            if (multipart == null) {
                throw BodyLimits.unsupported();
            }
            return form(request, files(multipart));
        }
        if (MediaType.APPLICATION_FORM_URLENCODED.includes(type)) {
            return form(request, Map.of());
        }
        ObjectNode tree = FormTree.of(texts(request.getParameterMap()));
        tree.setAll(bodies.read(request, type));
        return tree;
    }

    private static @Nullable MediaType contentType(HttpServletRequest request) {
        String header = request.getContentType();
        try {
            return header == null || header.isBlank() ? null : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException _) {
            throw BodyLimits.unsupported();
        }
    }

    private static ObjectNode form(HttpServletRequest request, Map<String, List<JsonNode>> files) {
        Map<String, List<String>> query = QueryString.parse(request.getQueryString());
        Map<String, List<JsonNode>> body = new LinkedHashMap<>(files);
        request.getParameterMap().forEach((name, values) -> {
            List<String> own = new ArrayList<>(List.of(values));
            // Servlets put the values of the query before those of the body under one name.
            query.getOrDefault(name, List.of()).forEach(own::remove);
            if (!own.isEmpty()) {
                body.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(texts(own));
            }
        });
        Map<String, List<JsonNode>> asked = new LinkedHashMap<>();
        query.forEach((name, values) -> asked.put(name, texts(values)));
        ObjectNode tree = FormTree.of(asked);
        tree.setAll(FormTree.of(body));
        return tree;
    }

    private static Map<String, List<JsonNode>> files(MultipartHttpServletRequest request) {
        Map<String, List<JsonNode>> files = new LinkedHashMap<>();
        request.getMultiFileMap().forEach((name, parts) -> {
            List<JsonNode> chosen = parts.stream()
                    .filter(RequestTree::isChosen)
                    .<JsonNode>map(NODES::pojoNode)
                    .toList();
            if (!chosen.isEmpty()) {
                files.put(name, new ArrayList<>(chosen));
            }
        });
        return files;
    }

    /** Browsers send an empty part without a name for a file input that was left alone. */
    private static boolean isChosen(MultipartFile part) {
        String name = part.getOriginalFilename();
        return !part.isEmpty() || (name != null && !name.isEmpty());
    }

    private static Map<String, List<JsonNode>> texts(Map<String, String[]> parameters) {
        Map<String, List<JsonNode>> texts = new LinkedHashMap<>();
        parameters.forEach((name, values) -> texts.put(name, texts(List.of(values))));
        return texts;
    }

    private static List<JsonNode> texts(List<String> values) {
        return values.stream().<JsonNode>map(NODES::stringNode).toList();
    }
}
