package io.microblog.local.sandbox.translator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collections;

import io.microblog.local.sandbox.SandboxClient;
import io.microblog.local.sandbox.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TranslatorSandboxTests {

    private static final String TRANSLATE = "/translate?api-version=3.0";
    private static final String HELLO = "[{\"Text\": \"Hello, this is the day\"}]";

    private TranslatorSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = TranslatorSandbox.start(0);
        client = new SandboxClient(
                sandbox.url(),
                "Ocp-Apim-Subscription-Key",
                "any",
                "Ocp-Apim-Subscription-Region",
                "westeurope",
                "X-ClientTraceId",
                "trace-1",
                "Content-Type",
                "application/json; charset=UTF-8");
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void translatesToSeveralLanguages() {
        var answer = client.post(TRANSLATE + "&to=es&to=zh-CN", HELLO);

        assertThat(answer.status()).isEqualTo(200);
        var element = answer.json().get(0);
        assertThat(element.get("detectedLanguage").get("language").stringValue())
                .isEqualTo("en");
        assertThat(element.get("detectedLanguage").get("score").doubleValue()).isBetween(0.5, 1.0);
        assertThat(element.get("translations").get(0).get("text").stringValue())
                .isEqualTo("[es] Hello, this is the day");
        assertThat(element.get("translations").get(0).get("to").stringValue()).isEqualTo("es");
        assertThat(element.get("translations").get(1).get("to").stringValue()).isEqualTo("zh-Hans");
        assertThat(answer.header("X-metered-usage")).isEqualTo("44");
        assertThat(answer.header("X-ClientTraceId")).isEqualTo("trace-1");
        assertThat(answer.header("X-RequestId")).isNotBlank();
    }

    @Test
    void doesNotDetectWhatItIsTold() {
        var element = client.post(TRANSLATE + "&to=es&from=de", HELLO).json().get(0);

        assertThat(element.has("detectedLanguage")).isFalse();
    }

    @Test
    void leavesATextInTheTargetLanguageAlone() {
        assertThat(translation("&to=en", HELLO)).isEqualTo("Hello, this is the day");
        assertThat(translation("&to=de&from=de", HELLO)).isEqualTo("Hello, this is the day");
    }

    @Test
    void translatesHtmlBetweenItsTags() {
        var html = "[{\"text\": \"<p>Hello <span class=\\\"notranslate\\\">@bob</span></p>\"}]";

        assertThat(translation("&to=es&textType=html", html))
                .isEqualTo("<p>[es] Hello <span class=\"notranslate\">@bob</span></p>");
    }

    @Test
    void detects() {
        var answer =
                client.post("/detect?api-version=3.0", "[{\"Text\": \"Das ist nicht der Tag\"}, {\"Text\": \"大家好\"}]");

        assertThat(answer.json().values())
                .extracting(item -> item.get("language").stringValue())
                .containsExactly("de", "zh-Hans");
        assertThat(answer.json().get(0).get("isTranslationSupported").booleanValue())
                .isTrue();
        assertThat(answer.header("X-metered-usage")).isEqualTo("24");
    }

    @Test
    void listsLanguagesToAnybody() {
        try (var stranger = new SandboxClient(sandbox.url())) {
            var answer = stranger.get("/languages?api-version=3.0&scope=translation");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().propertyNames()).containsExactly("translation");
            var languages = answer.json().get("translation");
            assertThat(languages.size()).isGreaterThan(100);
            assertThat(languages.get("fr").get("nativeName").stringValue()).isEqualTo("Français");
            assertThat(languages.get("ar").get("dir").stringValue()).isEqualTo("rtl");
            assertThat(languages.values()).allSatisfy(language -> {
                assertThat(language.get("name").stringValue()).isNotBlank();
                assertThat(language.get("dir").stringValue()).isIn("ltr", "rtl");
            });
            assertThat(stranger.get("/languages?api-version=3.0&scope=poems")
                            .json()
                            .get("error")
                            .get("code")
                            .intValue())
                    .isEqualTo(400001);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /translate?to=es                                   | [{"Text": "x"}]  | 400 | 400021
            /translate?api-version=2.0&to=es                   | [{"Text": "x"}]  | 400 | 400021
            /translate?api-version=3.0                         | [{"Text": "x"}]  | 400 | 400036
            /translate?api-version=3.0&to=xx                   | [{"Text": "x"}]  | 400 | 400036
            /translate?api-version=3.0&to=es&to=               | [{"Text": "x"}]  | 400 | 400036
            /translate?api-version=3.0&to=es&from=xx           | [{"Text": "x"}]  | 400 | 400035
            /translate?api-version=3.0&to=es&textType=pdf      | [{"Text": "x"}]  | 400 | 400071
            /translate?api-version=3.0&to=es                   | [{"Text": "x"    | 400 | 400074
            /translate?api-version=3.0&to=es                   | []               | 400 | 400005
            /translate?api-version=3.0&to=es                   | {"Text": "x"}    | 400 | 400005
            /translate?api-version=3.0&to=es                   | [{"Word": "x"}]  | 400 | 400020
            /translate?api-version=3.0&to=es                   | [null]           | 400 | 400020
            /detect?api-version=3.0                            | [{"Text": 1}]    | 400 | 400020
            /nothing                                           | []               | 404 | 404000
            /languages?api-version=3.0                         | []               | 405 | 405000
            """)
    void refusesWhatTheServiceRefuses(String path, String body, int status, int code) {
        assertError(client.post(path, body), status, code);
        assertThat(sandbox.characters()).isZero();
    }

    @Test
    void holdsTheLimitsOfTheService() {
        assertThat(client.post(TRANSLATE + "&to=es", texts(1000, "x")).status()).isEqualTo(200);
        assertError(client.post(TRANSLATE + "&to=es", texts(1001, "x")), 400, 400072);
        assertError(client.post("/detect?api-version=3.0", texts(101, "x")), 400, 400072);
        assertThat(client.post(TRANSLATE + "&to=es", texts(1, "😀".repeat(50_000)))
                        .status())
                .isEqualTo(200);
        assertError(client.post(TRANSLATE + "&to=es", texts(1, "x".repeat(50_001))), 400, 400050);
        assertError(client.post(TRANSLATE + "&to=es&to=de", texts(2, "x".repeat(12_501))), 400, 400077);
    }

    @Test
    void wantsAKeyAndJson() throws IOException {
        try (var anonymous = new SandboxClient(sandbox.url(), "Content-Type", "application/json");
                var untyped = new SandboxClient(sandbox.url(), "Ocp-Apim-Subscription-Key", "any")) {
            assertError(anonymous.post(TRANSLATE + "&to=es", HELLO), 401, 401000);
            assertError(untyped.post(TRANSLATE + "&to=es", HELLO), 415, 415000);
        }
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var strict = TranslatorSandbox.start(address, "secret");
                var stranger = new SandboxClient(strict.url(), "Ocp-Apim-Subscription-Key", "wrong")) {
            assertError(stranger.post(TRANSLATE + "&to=es", HELLO), 401, 401000);
        }
    }

    @Test
    void countsCallsAndCharacters() {
        client.post(TRANSLATE + "&to=es&to=de", HELLO);
        client.post(TRANSLATE + "&to=xx", HELLO);

        var usage = client.get("/sandbox/usage").json();

        assertThat(usage.get("calls").intValue()).isEqualTo(2);
        assertThat(usage.get("characters").intValue()).isEqualTo(44);
        assertThat(sandbox.calls()).isEqualTo(2);
        assertThat(sandbox.characters()).isEqualTo(44);
    }

    @Test
    void saysThatItIsNoTranslator() {
        assertThat(client.get("/").body()).contains("This is not a translator.", "0 calls, 0 characters");
        assertThat(client.get("/health").status()).isEqualTo(200);
    }

    @Test
    void failsOnDemand() {
        sandbox.fail(Fault.status500().times(1));
        assertError(client.post(TRANSLATE + "&to=es", HELLO), 500, 500000);

        sandbox.fail(Fault.status429(Duration.ofSeconds(4)).times(1));
        var limited = client.post(TRANSLATE + "&to=es", HELLO);
        assertError(limited, 429, 429001);
        assertThat(limited.header("Retry-After")).isEqualTo("4");

        sandbox.fail(Fault.partial().times(1).matching("bye"));
        assertThat(client.post(TRANSLATE + "&to=es", "[{\"Text\": \"Hello\"}, {\"Text\": \"Good bye\"}]")
                        .json()
                        .size())
                .isEqualTo(1);

        client.put("/sandbox/faults", "{\"fault\": \"lost-reply\", \"times\": 1}");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.post(TRANSLATE + "&to=es", HELLO));

        assertThat(translation("&to=es", HELLO)).startsWith("[es] ");
    }

    @Test
    void failsForTheMatchingTextOnly() {
        sandbox.fail(Fault.garbage().matching("^Hello"));

        assertThat(client.post(TRANSLATE + "&to=es", HELLO).body()).startsWith("{\"ok\": tru<");
        assertThat(client.post(TRANSLATE + "&to=es", texts(1, "Good bye")).status())
                .isEqualTo(200);
        assertThat(client.get("/languages?api-version=3.0").status()).isEqualTo(200);

        sandbox.heal();
        assertThat(translation("&to=es", HELLO)).startsWith("[es] ");
    }

    @Test
    void neverAnswers() {
        sandbox.fail(Fault.timeout());

        assertThatThrownBy(() -> client.post(TRANSLATE + "&to=es", HELLO, Duration.ofMillis(300)))
                .hasCauseInstanceOf(HttpTimeoutException.class);
    }

    private String translation(String query, String body) {
        return client.post(TRANSLATE + query, body)
                .json()
                .get(0)
                .get("translations")
                .get(0)
                .get("text")
                .stringValue();
    }

    private static String texts(int size, String text) {
        return "[" + String.join(",", Collections.nCopies(size, "{\"Text\": \"" + text + "\"}")) + "]";
    }

    private static void assertError(SandboxClient.Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").get("code").intValue()).isEqualTo(code);
        assertThat(answer.json().get("error").get("message").stringValue()).isNotBlank();
    }
}
