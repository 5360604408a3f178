package io.microblog.kit.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.microblog.kit.openapi.Schemas.Direction;
import io.microblog.kit.problem.ProblemBody;
import io.microblog.kit.web.Page;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An endpoint under one of its paths and methods, as the description tells it. */
final class Operation {

    /** The scheme by which clients show who they are. */
    static final String TOKEN = "token";

    private static final Answers USUAL = AnnotationUtils.synthesizeAnnotation(Answers.class);

    private final Endpoint endpoint;
    private final Schemas schemas;
    private final Answers answers;

    Operation(Endpoint endpoint, Schemas schemas) {
        this.endpoint = endpoint;
        this.schemas = schemas;
        this.answers = Objects.requireNonNullElse(endpoint.method().getAnnotation(Answers.class), USUAL);
    }

    ObjectNode describe(RequestMethod method, String path) {
        ObjectNode operation = Schemas.node().put("operationId", id(method, path));
        operation.putArray("tags").add(tag(path));
        operation.set("security", security());
        boolean hasBody = method != RequestMethod.GET && method != RequestMethod.DELETE;
        Parameters.describe(endpoint.method(), hasBody, schemas, operation);
        ObjectNode responses = operation.putObject("responses");
        for (int status : answers.status()) {
            responses.set(Integer.toString(status), success(status));
        }
        responses.set("4XX", failure("Refused", answers.refusal()));
        responses.set("5XX", failure("Failed", ProblemBody.class));
        return operation;
    }

    /** Each way to be let in: nobody's, or by a token with one of the scopes. */
    private ArrayNode security() {
        ArrayNode ways = Schemas.node().arrayNode();
        if (!endpoint.needsToken()) {
            ways.addObject();
        }
        List<String> scopes = endpoint.scopes();
        if (scopes.isEmpty()) {
            ways.addObject().putArray(TOKEN);
        }
        scopes.forEach(scope -> ways.addObject().putArray(TOKEN).add(scope));
        return ways;
    }

    private ObjectNode success(int status) {
        ObjectNode response =
                Schemas.node().put("description", HttpStatus.valueOf(status).getReasonPhrase());
        if (Arrays.asList(endpoint.method().getParameterTypes()).contains(Page.class)) {
            response.putObject("headers").putObject("Link").set("schema", Schemas.typed("string"));
        }
        if (Types.raw(endpoint.body()) != void.class) {
            response.putObject("content").putObject(answers.type()).set("schema", body());
        }
        return response;
    }

    private ObjectNode body() {
        if (answers.body().length == 0) {
            return schemas.of(endpoint.body(), Direction.RESPONSE);
        }
        ObjectNode any = Schemas.node();
        ArrayNode kinds = any.putArray("anyOf");
        Arrays.stream(answers.body()).forEach(kind -> kinds.add(schemas.ofClass(kind, Direction.RESPONSE)));
        return any;
    }

    private ObjectNode failure(String description, Class<?> body) {
        ObjectNode response = Schemas.node().put("description", description);
        ObjectNode usual = schemas.ofClass(ProblemBody.class, Direction.RESPONSE);
        ObjectNode schema = usual;
        if (body != ProblemBody.class) {
            schema = Schemas.node();
            schema.putArray("anyOf")
                    .add(schemas.ofClass(body, Direction.RESPONSE))
                    .add(usual);
        }
        response.putObject("content")
                .putObject(MediaType.APPLICATION_JSON_VALUE)
                .set("schema", schema);
        return response;
    }

    /** {@code GET /api/v1/statuses/{id}/context} is getV1StatusesIdContext. */
    private static String id(RequestMethod method, String path) {
        var id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        Arrays.stream(path.replaceFirst("^/api/", "").split("[^A-Za-z0-9]+"))
                .map(StringUtils::capitalize)
                .forEach(id::append);
        return id.toString();
    }

    /** The first word of the path that is neither {@code api} nor a version. */
    private static String tag(String path) {
        return Arrays.stream(path.split("/"))
                .filter(word -> !word.isEmpty() && !word.equals("api") && !word.matches("v\\d.*"))
                .findFirst()
                .orElse("other");
    }
}
