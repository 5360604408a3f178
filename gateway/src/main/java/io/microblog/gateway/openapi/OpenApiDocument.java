package io.microblog.gateway.openapi;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.microblog.kit.web.BaseUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The head of the document, and the services' parts merged below it. */
final class OpenApiDocument {

    private final ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");

    private OpenApiDocument() {}

    /** @throws IllegalStateException when two parts tell the same thing differently */
    static ObjectNode of(List<ObjectNode> parts, BaseUrl base) {
        var made = new OpenApiDocument();
        made.head(base);
        parts.forEach(made::add);
        made.security(base);
        return made.document;
    }

    private void head(BaseUrl base) {
        String version = OpenApiDocument.class.getPackage().getImplementationVersion();
        ObjectNode info = document.putObject("info")
                .put("title", "Microblog")
                .put("version", Objects.requireNonNullElse(version, "development"))
                .put("description", "The Mastodon client API, as far as this server speaks it, and its own additions.");
        info.putObject("license").put("name", "Apache 2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", base.value());
        document.putObject("paths");
        document.putObject("components").putObject("schemas");
    }

    private void add(ObjectNode part) {
        part.path("paths").properties().forEach(path -> {
            ObjectNode methods = document.withObjectProperty("paths").withObjectProperty(path.getKey());
            path.getValue().properties().forEach(method -> put(methods, method.getKey(), method.getValue()));
        });
        ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        part.at("/components/schemas").properties().forEach(schema -> put(schemas, schema.getKey(), schema.getValue()));
    }

    private static void put(ObjectNode target, String name, JsonNode value) {
        JsonNode other = target.replace(name, value);
        if (other != null && !other.equals(value)) {
            throw new IllegalStateException("Two services describe " + name + " differently");
        }
    }

    /** The scopes are those that endpoints require, and their parents. */
    private void security(BaseUrl base) {
        var scopes = new TreeSet<String>();
        document.path("paths")
                .findValues("security")
                .forEach(ways -> ways.forEach(way -> way.forEach(names -> names.forEach(name -> {
                    scopes.add(name.stringValue());
                    scopes.add(name.stringValue().replaceFirst(":[^:]*$", ""));
                }))));
        ObjectNode flows = document.withObjectProperty("components")
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "oauth2")
                .putObject("flows");
        flow(flows.putObject("authorizationCode"), base, scopes)
                .put("authorizationUrl", base.resolve("/oauth/authorize"));
        flow(flows.putObject("clientCredentials"), base, scopes);
    }

    private static ObjectNode flow(ObjectNode flow, BaseUrl base, Set<String> scopes) {
        ObjectNode named = flow.put("tokenUrl", base.resolve("/oauth/token")).putObject("scopes");
        scopes.forEach(scope -> named.put(scope, scope));
        return flow;
    }
}
