package io.microblog.kit.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;

import io.microblog.kit.openapi.Schemas.Direction;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.IdList;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an endpoint takes, read from its method's parameters. */
final class Parameters {

    /** Clients differ, so every endpoint takes all of them. */
    private static final List<String> BODIES = List.of(
            MediaType.APPLICATION_JSON_VALUE,
            MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            MediaType.MULTIPART_FORM_DATA_VALUE);

    private final Schemas schemas;
    private final boolean hasBody;
    private final ObjectNode operation;
    private final ArrayNode list;

    private Parameters(Schemas schemas, boolean hasBody, ObjectNode operation) {
        this.schemas = schemas;
        this.hasBody = hasBody;
        this.operation = operation;
        this.list = operation.arrayNode();
    }

    /** Adds the parameters and the body to an operation; what has no body takes the same from the query. */
    static void describe(Method method, boolean hasBody, Schemas schemas, ObjectNode operation) {
        var parameters = new Parameters(schemas, hasBody, operation);
        for (Parameter parameter : method.getParameters()) {
            parameters.describe(parameter);
        }
        if (!parameters.list.isEmpty()) {
            operation.set("parameters", parameters.list);
        }
    }

    private void describe(Parameter parameter) {
        PathVariable variable = find(parameter, PathVariable.class);
        RequestParam query = find(parameter, RequestParam.class);
        RequestHeader header = find(parameter, RequestHeader.class);
        IdList ids = find(parameter, IdList.class);
        if (variable != null) {
            String name = name(variable.name(), parameter);
            add("path", name, true, schema(name, parameter));
        } else if (query != null && MultipartFile.class.isAssignableFrom(parameter.getType())) {
            file(name(query.name(), parameter));
        } else if (query != null) {
            String name = name(query.name(), parameter);
            ObjectNode schema = withDefault(schema(name, parameter), query.defaultValue());
            add("query", name, isRequired(query, parameter), schema);
        } else if (header != null) {
            String name = name(header.name(), parameter);
            add("header", name, header.required(), schema(name, parameter));
        } else if (ids != null) {
            ObjectNode schema = Schemas.typed("array").put("maxItems", ids.max());
            schema.set("items", Schemas.decimal());
            add("query", ids.value() + "[]", false, schema);
        } else if (parameter.getType() == Page.class) {
            page(find(parameter, PageDefaults.class));
        } else if (find(parameter, Body.class) != null && !hasBody) {
            query(schemas.properties(parameter.getType(), Direction.REQUEST));
        } else if (find(parameter, Body.class) != null) {
            body(schemas.of(parameter.getAnnotatedType(), Direction.REQUEST));
        }
    }

    private void page(@Nullable PageDefaults defaults) {
        List.of("max_id", "since_id", "min_id").forEach(name -> add("query", name, false, Schemas.decimal()));
        ObjectNode limit = Schemas.typed("integer");
        if (defaults != null) {
            limit.put("default", defaults.limit()).put("maximum", defaults.max());
        }
        add("query", "limit", false, limit);
    }

    private void query(ObjectNode properties) {
        properties.forEachEntry((name, schema) -> {
            boolean list = schema.path("type").toString().contains("array");
            add("query", list ? name + "[]" : name, false, (ObjectNode) schema);
        });
    }

    private void body(ObjectNode schema) {
        ObjectNode content = operation.putObject("requestBody").putObject("content");
        BODIES.forEach(type -> content.putObject(type).set("schema", schema));
    }

    private void file(String name) {
        ObjectNode schema = operation
                .putObject("requestBody")
                .putObject("content")
                .putObject(MediaType.MULTIPART_FORM_DATA_VALUE)
                .putObject("schema")
                .put("type", "object");
        schema.putObject("properties").putObject(name).put("type", "string").put("format", "binary");
    }

    private void add(String place, String name, boolean required, ObjectNode schema) {
        list.addObject()
                .put("name", name)
                .put("in", place)
                .put("required", required)
                .set("schema", schema);
    }

    private ObjectNode schema(String name, Parameter parameter) {
        AnnotatedType type = parameter.getAnnotatedType();
        return Types.isId(name, type) ? schemas.ofPresentId(type) : schemas.ofPresent(type, Direction.REQUEST);
    }

    private static ObjectNode withDefault(ObjectNode schema, String value) {
        return switch (value.isEmpty() ? "" : schema.path("type").asString()) {
            case "boolean" -> schema.put("default", Boolean.parseBoolean(value));
            case "integer" ->
                value.equals(ValueConstants.DEFAULT_NONE) ? schema : schema.put("default", Long.parseLong(value));
            default -> schema;
        };
    }

    private static boolean isRequired(RequestParam query, Parameter parameter) {
        return query.required()
                && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !Types.isNullable(parameter.getAnnotatedType());
    }

    private static String name(String given, Parameter parameter) {
        return given.isEmpty() ? parameter.getName() : given;
    }

    private static <A extends Annotation> @Nullable A find(Parameter parameter, Class<A> annotation) {
        return AnnotatedElementUtils.findMergedAnnotation(parameter, annotation);
    }
}
