package io.microblog.local.sandbox.postmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.microblog.local.sandbox.SandboxClient;
import io.microblog.local.sandbox.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostmarkFaultTests {

    private static final String TO_ANN =
            "{\"From\": \"a@x.org\", \"To\": \"ann@x.org\", \"Subject\": \"s\", \"TextBody\": \"t\"}";
    private static final String TO_BOB = TO_ANN.replace("ann", "bob");
    private static final String SEARCH = "/messages/outbound?count=1&offset=0";

    private PostmarkSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = PostmarkSandbox.start(0, null);
        client = new SandboxClient(sandbox.url(), "X-Postmark-Server-Token", "any", "Content-Type", "application/json");
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void failsAsOftenAsAskedThenHeals() {
        sandbox.fail(Fault.status500().times(2));

        assertThat(statuses(3)).containsExactly(500, 500, 200);
        assertThat(sandbox.messages()).hasSize(1);
        assertThat(sandbox.calls()).isEqualTo(3);
    }

    @Test
    void failsUntilHealed() {
        sandbox.fail(Fault.status500());
        assertThat(statuses(3)).containsExactly(500, 500, 500);

        sandbox.heal();
        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void asksForPatience() {
        sandbox.fail(Fault.status429(Duration.ofSeconds(7)));

        var answer = client.post("/email", TO_ANN);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.json().get("ErrorCode").intValue()).isEqualTo(429);
    }

    @Test
    void neverAnswers() {
        sandbox.fail(Fault.timeout());

        assertThatThrownBy(() -> client.post("/email", TO_ANN, Duration.ofMillis(300)))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void keepsTheMailAndLosesTheReply() {
        sandbox.fail(Fault.lostReply());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.post("/email", TO_ANN));
        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void answersGarbage() {
        sandbox.fail(Fault.garbage());

        var answer = client.post("/email", TO_ANN);

        assertThat(answer.status()).isEqualTo(200);
        assertThatExceptionOfType(JacksonException.class).isThrownBy(answer::json);
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void failsEverySecondItemOfABatch() {
        sandbox.fail(Fault.partial());

        assertThat(batchCodes(TO_ANN, TO_BOB, TO_ANN, TO_BOB)).containsExactly(0, 406, 0, 406);
        assertThat(sandbox.messages()).hasSize(2);
    }

    @Test
    void failsTheMatchingItemsOfABatch() {
        sandbox.fail(Fault.partial().matching("^ann@"));

        assertThat(batchCodes(TO_ANN, TO_BOB, TO_BOB)).containsExactly(406, 0, 0);
        assertThat(client.post("/email", TO_ANN).status()).isEqualTo(422);
    }

    @Test
    void sparesOtherRecipientsAndDoesNotCountThem() {
        sandbox.fail(Fault.status500().times(1).matching("ann@"));

        assertThat(client.post("/email", TO_BOB).status()).isEqualTo(200);
        assertThat(client.post("/email", TO_ANN).status()).isEqualTo(500);
        assertThat(client.post("/email", TO_ANN).status()).isEqualTo(200);
    }

    @Test
    void sparesReadingUnlessAskedOtherwise() {
        sandbox.fail(Fault.status500());
        assertThat(client.get(SEARCH).status()).isEqualTo(200);

        sandbox.fail(Fault.status500().everywhere());
        assertThat(client.get(SEARCH).status()).isEqualTo(500);
    }

    @Test
    void isSwitchedByHttp() {
        var shown = client.put(
                        "/sandbox/faults",
                        "{\"fault\": \"status-429\", \"times\": 3, \"retry_after\": 9, \"match\": \"ann\"}")
                .json();
        assertThat(shown.get("fault").stringValue()).isEqualTo("status-429");

        assertThat(client.post("/email", TO_ANN).header("Retry-After")).isEqualTo("9");
        assertThat(client.get("/sandbox/faults").json().get("times").intValue()).isEqualTo(2);

        assertThat(client.put("/sandbox/faults", "{\"fault\": \"none\"}").status())
                .isEqualTo(200);
        assertThat(client.post("/email", TO_ANN).status()).isEqualTo(200);
    }

    @Test
    void isHealedByHttp() {
        sandbox.fail(Fault.garbage());

        assertThat(client.delete("/sandbox/faults").json().get("fault").stringValue())
                .isEqualTo("none");
        assertThat(statuses(1)).containsExactly(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"fault\": \"explode\"}",
                "{\"fault\": \"garbage\", \"times\": -1}",
                "{\"fault\": \"garbage\", \"match\": \"(\"}",
                "{\"fault\": ",
                "[]"
            })
    void refusesAnImpossibleFault(String body) {
        var answer = client.put("/sandbox/faults", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").stringValue()).isNotBlank();
    }

    private List<Integer> statuses(int calls) {
        return IntStream.range(0, calls)
                .map(_ -> client.post("/email", TO_ANN).status())
                .boxed()
                .toList();
    }

    private List<Integer> batchCodes(String... mails) {
        var answer = client.post("/email/batch", "[" + String.join(",", mails) + "]");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().values().stream()
                .map(item -> item.get("ErrorCode").intValue())
                .toList();
    }
}
