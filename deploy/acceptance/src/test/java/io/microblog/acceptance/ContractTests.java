package io.microblog.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds every answer that the other tests got against the API's descriptions. It runs after all of them. */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTests {

    /** Where the API that existing clients know is described, which this project does not bring along. */
    private static final String REFERENCE = "MASTODON_SCHEMA";

    /** Operations that no test calls with success, and why. */
    private static final Map<String, String> NOT_CALLED = Map.of(
            "GET /api/v1/streaming", "a WebSocket, which the clients of ClientTests open",
            "POST /api/v1/admin/accounts/{id}/approve", "nobody waits where registrations are open",
            "POST /api/v1/admin/accounts/{id}/reject", "for the same reason");

    private static final Map<String, String> UNKNOWN_TO_REFERENCE = Map.of(
            "/api/v1/media/usage", "an addition, which it takes for an image of that id",
            "/api/v1/notifications/policy", "of the first version, which it takes for a notification of that id");

    private ApiSchema own = ApiSchema.open("{\"paths\":{}}");

    @BeforeAll
    void read() {
        RunningPlatform.get();
        own = ApiSchema.closed(new Http().get("/api/openapi.json").expect(200).body());
    }

    @Test
    void everyAnswerIsAsWeDescribeIt() {
        var broken = new TreeMap<String, String>();
        Set<String> met = new HashSet<>();
        for (Exchange exchange : Exchange.different()) {
            if (!exchange.isPage()) {
                own.operation(exchange).ifPresent(operation -> met.add(operation.toString()));
                violations(exchange).forEach(violation -> broken.putIfAbsent(violation, exchange.body()));
            }
        }
        report("the project's own description", met.size(), own.operations().size(), broken);
    }

    @Test
    void everyOperationWasCalledWithSuccess() {
        Set<String> called = new HashSet<>();
        Exchange.different().stream()
                .filter(Exchange::isSuccess)
                .flatMap(exchange -> own.operation(exchange).stream())
                .forEach(operation -> called.add(operation.toString()));

        List<String> missing = own.operations().stream()
                .map(ApiSchema.Operation::toString)
                .filter(operation -> !called.contains(operation))
                .sorted()
                .toList();

        assertThat(missing).as("never called with success").containsExactlyInAnyOrderElementsOf(NOT_CALLED.keySet());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = REFERENCE, matches = ".+")
    void everyAnswerIsAsTheReferenceDescribesIt() throws IOException {
        ApiSchema reference =
                ApiSchema.open(Files.readString(RunningPlatform.PROJECT.resolve(System.getenv(REFERENCE))));
        var broken = new TreeMap<String, String>();
        Set<String> met = new HashSet<>();
        Set<Deviation> needed = new HashSet<>();
        for (Exchange exchange : Exchange.different()) {
            if (exchange.isPage() || exchange.isStream() || UNKNOWN_TO_REFERENCE.containsKey(exchange.path())) {
                continue;
            }
            reference.operation(exchange).ifPresent(operation -> {
                met.add(operation.toString());
                for (String violation : violations(reference, operation, exchange)) {
                    Deviation.explaining(violation)
                            .ifPresentOrElse(needed::add, () -> broken.putIfAbsent(violation, exchange.body()));
                }
            });
        }
        report("the reference", met.size(), reference.operations().size(), broken);
        assertThat(Deviation.KNOWN).as("deviations that are none any more").allMatch(needed::contains);
    }

    /** As a stranger, whom most paths refuse: also a refusal shows that the path is known. */
    @Test
    void everyPathAnswersWithAndWithoutASlashAtItsEnd() {
        var stranger = new Http();
        var different = own.operations().stream()
                .filter(operation -> !operation.template().endsWith("/"))
                .map(operation -> {
                    String path = operation.template().replaceAll("\\{[^}]*}", "1");
                    int without = stranger.send(operation.method(), path, "application/json", "{}")
                            .status();
                    int with = stranger.send(operation.method(), path + "/", "application/json", "{}")
                            .status();
                    return with == without ? "" : "%s: %d, with a slash %d".formatted(operation, without, with);
                })
                .filter(difference -> !difference.isEmpty())
                .toList();

        assertThat(different).isEmpty();
    }

    private List<String> violations(Exchange exchange) {
        return own.operation(exchange)
                .map(operation -> operation
                        .response(exchange.status())
                        .map(response -> named(operation, exchange, own.violations(response, exchange)))
                        .orElseGet(() -> List.of(operation + " answers " + exchange.status())))
                .orElseGet(() -> exchange.status() == 404 || exchange.status() == 405
                        ? own.problemViolations(exchange)
                        : List.of(exchange + " is not described"));
    }

    private static List<String> violations(ApiSchema reference, ApiSchema.Operation operation, Exchange exchange) {
        return operation
                .response(exchange.status())
                .map(response -> named(operation, exchange, reference.violations(response, exchange)))
                .orElse(List.of());
    }

    private static List<String> named(ApiSchema.Operation operation, Exchange exchange, List<String> violations) {
        return violations.stream()
                .map(violation -> operation + " " + exchange.status() + ": " + violation)
                .toList();
    }

    private static void report(String description, int met, int operations, Map<String, String> broken) {
        System.out.printf(
                "Contract: %d answers of %d operations (of %d) were held against %s; %d differences%n",
                Exchange.count(), met, operations, description, broken.size());
        var lines = new ArrayList<String>();
        broken.forEach((violation, body) ->
                lines.add(violation + "\n    " + body.substring(0, Math.min(body.length(), 600))));
        assertThat(lines).as(description).isEmpty();
    }
}
