package io.microblog.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds at every endpoint that the project describes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTests {

    /** These POSTs change nothing of anybody's: they register, sign in, or translate. */
    private static final Set<String> CHANGE_NOTHING = Set.of(
            "/api/v1/apps", "/oauth/token", "/oauth/revoke", "/oauth/userinfo", "/api/v1/statuses/{id}/translate");

    /** What needs a token, of whatever scope, as documented. */
    private static final Set<String> FOR_ANY_TOKEN = Set.of(
            "/api/v1/announcements", "/api/v1/apps/verify_credentials", "/api/v1/media/{id}", "/api/v2/media/{id}");

    private final Person alice = Person.owner("alice");
    private List<Operation> operations = List.of();

    private record Operation(String method, String path, JsonNode description) {

        String address() {
            return path.replaceAll("\\{\\w+}", "1");
        }

        List<JsonNode> parameters() {
            return description
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.get("in").asString().equals("query"))
                    .toList();
        }

        boolean needsToken() {
            return description.get("security").valueStream().noneMatch(JsonNode::isEmpty);
        }
    }

    @BeforeAll
    void read() {
        operations = new Http()
                .get("/api/openapi.json")
                .expect(200)
                .json()
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    @Test
    void aParameterThatCannotBeReadIsABadRequest() {
        Http everywhere = alice.within("read write follow push profile admin:read admin:write");
        List<String> others = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.method().equals("GET")) {
                operation
                        .parameters()
                        .forEach(parameter -> badValues(parameter.get("schema"))
                                .map(value ->
                                        address(operation, parameter.get("name").asString(), value))
                                .filter(address -> everywhere.get(address).status() != 400)
                                .forEach(others::add));
            }
        }
        assertThat(others).as("not answered with 400").isEmpty();
    }

    @Test
    void aTokenThatMayOnlyReadChangesNothing() {
        Http reader = alice.within("read profile");
        List<String> others = operations.stream()
                .filter(operation -> !operation.method().equals("GET") && !CHANGE_NOTHING.contains(operation.path()))
                .filter(operation -> reader.send(operation.method(), operation.address(), "application/json", "{}")
                                .status()
                        != 403)
                .map(operation -> operation.method() + " " + operation.path())
                .toList();
        assertThat(others).as("not answered with 403").isEmpty();
    }

    @Test
    void aTokenThatMayOnlyWriteSeesNothingOfAnybodysOwn() {
        Http writer = alice.within("write");
        List<String> others = operations.stream()
                .filter(operation -> operation.method().equals("GET") && operation.needsToken())
                .filter(operation -> !FOR_ANY_TOKEN.contains(operation.path()))
                .filter(operation -> writer.get(operation.address()).status() != 403)
                .map(Operation::path)
                .toList();
        assertThat(others).as("not answered with 403").isEmpty();
    }

    private static String address(Operation operation, String name, String value) {
        var query = new ArrayList<String>();
        operation.parameters().stream()
                .filter(parameter -> parameter.get("required").asBoolean())
                .map(parameter -> parameter.get("name").asString())
                .filter(required -> !required.equals(name))
                .forEach(required -> query.add(required + "=x"));
        query.add(Http.encode(name) + "=" + value);
        return operation.address() + "?" + String.join("&", query);
    }

    /** Nothing in a list that is free to hold any word. */
    private static Stream<String> badValues(JsonNode schema) {
        String type = schema.path("type").toString();
        if (type.contains("array")) {
            return schema.path("items").has("pattern") ? Stream.of("foo") : Stream.empty();
        }
        if (type.contains("integer")) {
            return Stream.of("many", "-100");
        }
        if (type.contains("boolean")) {
            return Stream.of("perhaps");
        }
        return schema.has("pattern") ? Stream.of("foo", "1.5") : Stream.empty();
    }
}
