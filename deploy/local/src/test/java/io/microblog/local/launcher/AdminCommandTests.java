package io.microblog.local.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microblog.local.sandbox.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The command lines against a user-service that answers as it is told; deploy/acceptance runs them against the real one. */
class AdminCommandTests {

    @TempDir
    Path home = Path.of("");

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private final List<String> requests = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final HttpServer server = server();
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(
                secrets(), "KEY_LAUNCHER_TO_USER_SERVICE=" + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "confirm, accounts, alice has an account now.",
        "reset-password, accounts, A link to choose a new password is on its way to alice.",
        "suspend, accounts, alice is suspended.",
        "reinstate, accounts, alice is not suspended any more.",
        "erase, accounts, All that alice held is being deleted.",
        "make-owner, accounts, alice is an owner.",
        "approve, applicants, alice has an account now.",
        "reject, applicants, alice waits no more.",
        "let-in, networks, alice gets in again."
    })
    void saysWhatIsDone(String command, String kind, String said) {
        assertThat(run(command, "@alice")).isZero();

        assertThat(requests).containsExactly("POST /internal/admin/" + kind + "/alice/" + command);
        assertThat(output.toString()).isEqualToIgnoringNewLines(said);
    }

    @ParameterizedTest
    @CsvSource({
        "confirm, Nobody called nemo has signed up and waits for an account.",
        "suspend, There is no account called nemo.",
        "approve, Nobody called nemo waits for approval."
    })
    void namesWhomItDidNotFind(String command, String said) {
        status = 404;

        assertThat(run(command, "nemo")).isEqualTo(1);
        assertThat(errors.toString()).isEqualToIgnoringNewLines(said);
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void aNameStaysInItsPlaceInThePath() {
        run("suspend", "../../x y?");

        assertThat(requests).containsExactly("POST /internal/admin/accounts/..%2F..%2Fx%20y%3F/suspend");
    }

    @Test
    void provesItselfAsAServiceThatAsksUserService() {
        run("suspend", "alice");

        String[] parts = authorizations.getFirst().substring("Bearer ".length()).split("\\.", -1);
        JsonNode claims = Json.PLAIN.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(parts).hasSize(3);
        assertThat(claims.get("iss").asString()).isEqualTo("launcher");
        assertThat(claims.get("aud").asString()).isEqualTo("user-service");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(60);
    }

    @Test
    void showsWhoWaitsWithoutControlCharacters() {
        answer = "[{\"username\":\"carol\",\"reason\":\"I sing\\n\\u001b[31mred\"}]";

        assertThat(run("applicants")).isZero();
        assertThat(output.toString().lines()).containsExactly("USERNAME  REASON", "carol     I sing [31mred");
    }

    @Test
    void saysThatNobodyWaits() {
        answer = "[]";

        assertThat(run("applicants")).isZero();
        assertThat(output.toString()).isEqualToIgnoringNewLines("Nobody waits for approval.");
    }

    @Test
    void passesOnWhyItCannotBe() {
        status = 409;
        answer = "{\"error\":\"The name or the address has an account already\"}";

        assertThat(run("confirm", "alice")).isEqualTo(1);
        assertThat(errors.toString()).contains("409", "The name or the address has an account already");
    }

    @Test
    void tellsOfAnotherServiceKey() {
        status = 401;

        assertThat(run("suspend", "alice")).isEqualTo(1);
        assertThat(errors.toString()).contains("does not accept this KEY_LAUNCHER_TO_USER_SERVICE");
    }

    @Test
    void asksWhetherThePlatformIsUp() {
        server.stop(0);

        assertThat(run("suspend", "alice")).isEqualTo(1);
        assertThat(errors.toString()).contains("does not answer", "Is the platform up?");
    }

    @Test
    void saysWhereItLookedForTheKey() throws IOException {
        Files.delete(secrets());

        assertThat(run("suspend", "alice")).isEqualTo(1);
        assertThat(errors.toString()).contains("There is no KEY_LAUNCHER_TO_USER_SERVICE in " + secrets());
    }

    @Test
    void wantsAName() {
        assertThat(run("suspend")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("Missing required parameter: 'USERNAME'");
    }

    private Path secrets() {
        return home.resolve("secrets.properties");
    }

    private int run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "admin",
                command,
                "--user-service",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--secrets",
                secrets().toString()));
        all.addAll(List.of(arguments));
        return Microblog.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
