package io.microblog.kit.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON bodies within {@link BodyLimits}. A body of no bytes is an empty object, whatever its type claims. */
final class JsonBodies {

    private static final JsonFactory PARSERS =
            JsonFactory.builder().streamReadConstraints(BodyLimits.JSON).build();
    private static final MediaType SUFFIXED = new MediaType("application", "*+json");

    private final JsonMapper json;

    JsonBodies(JsonMapper json) {
        this.json = json;
    }

    ObjectNode read(HttpServletRequest request, @Nullable MediaType type) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(BodyLimits.JSON_BYTES + 1);
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (bytes.length > BodyLimits.JSON_BYTES) {
            throw BodyLimits.tooLarge();
        }
        if (!MediaType.APPLICATION_JSON.includes(type) && !SUFFIXED.includes(type)) {
            throw BodyLimits.unsupported();
        }
        return parse(bytes);
    }

    private ObjectNode parse(byte[] bytes) {
        try (JsonParser parser = PARSERS.createParser(ObjectReadContext.empty(), bytes)) {
            JsonNode tree = json.readTree(parser);
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                return JsonNodeFactory.instance.objectNode();
            }
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new BadRequest("The body must be a JSON object");
        } catch (StreamConstraintsException _) {
            throw new Invalid("The body is nested too deeply or has too many values");
        } catch (JacksonException malformed) {
            throw new BadRequest("The body is not valid JSON", malformed);
        }
    }
}
