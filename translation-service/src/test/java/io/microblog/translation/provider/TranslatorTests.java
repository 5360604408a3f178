package io.microblog.translation.provider;

import java.time.Duration;
import java.util.List;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.translation.provider.TranslatorFailure.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The wire formats of both providers. */
class TranslatorTests {

    private final ProviderStub stub = new ProviderStub();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void speaksMicrosoftsFormat() {
        stub.reply("/translate", 200, """
                [{"translations":[{"text":"<p>Hallo</p>","to":"de"}]},{"translations":[{"text":"Welt","to":"de"}]}]""");

        Translated translated = microsoft("westeurope").translate(List.of("<p>Hello</p>", "World & <"), "en", "de");

        assertThat(translated).isEqualTo(new Translated(List.of("<p>Hallo</p>", "Welt"), null));
        assertThat(stub.last().query()).isEqualTo("api-version=3.0&textType=html&to=de&from=en");
        assertThat(stub.last().headers().getFirst("Ocp-Apim-Subscription-Key")).isEqualTo("a key");
        assertThat(stub.last().headers().getFirst("Ocp-Apim-Subscription-Region"))
                .isEqualTo("westeurope");
        assertThat(stub.last().headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(stub.last().body().toString()).isEqualTo("[{\"Text\":\"<p>Hello</p>\"},{\"Text\":\"World & <\"}]");
    }

    @Test
    void hasMicrosoftDetectTheLanguage() {
        stub.reply("/translate", 200, """
                [{"detectedLanguage":{"language":"es","score":0.9},"translations":[{"text":"Hallo","to":"de"}]}]""");

        assertThat(microsoft(null).translate(List.of("Hola"), null, "de").detectedLanguage())
                .isEqualTo("es");
        assertThat(stub.last().query()).isEqualTo("api-version=3.0&textType=html&to=de");
        assertThat(stub.last().headers()).doesNotContainKey("Ocp-apim-subscription-region");
    }

    @Test
    void readsMicrosoftsLanguages() {
        stub.reply("/languages", 200, """
                {"translation":{"en":{"name":"English"},"de":{"name":"German"},"zh-Hans":{"name":"Chinese"}}}""");

        assertThat(microsoft(null).languages())
                .containsEntry("en", List.of("de", "zh-Hans"))
                .hasSize(3);
        assertThat(stub.last().query()).isEqualTo("api-version=3.0&scope=translation");
    }

    @Test
    void speaksLibreTranslatesFormat() {
        stub.reply("/translate", 200, """
                {"translatedText":["<p>Hallo</p>","Welt"]}""");

        Translated translated = libre("secret").translate(List.of("<p>Hello</p>", "World"), "en", "de");

        assertThat(translated).isEqualTo(new Translated(List.of("<p>Hallo</p>", "Welt"), null));
        assertThat(stub.last().body().toString())
                .isEqualTo("{\"q\":[\"<p>Hello</p>\",\"World\"],\"source\":\"en\",\"target\":\"de\","
                        + "\"format\":\"html\",\"api_key\":\"secret\"}");
    }

    @Test
    void hasLibreTranslateDetectTheLanguage() {
        stub.reply("/translate", 200, """
                {"translatedText":["Hallo"],"detectedLanguage":[{"confidence":90,"language":"es"}]}""");

        assertThat(libre(null).translate(List.of("Hola"), null, "de").detectedLanguage())
                .isEqualTo("es");
        assertThat(stub.last().body().toString())
                .isEqualTo("{\"q\":[\"Hola\"],\"source\":\"auto\",\"target\":\"de\",\"format\":\"html\"}");
    }

    @Test
    void readsLibreTranslatesLanguages() {
        stub.reply("/languages", 200, """
                [{"code":"en","name":"English","targets":["de","en"]},{"code":"de","name":"German","targets":["en"]}]""");

        assertThat(libre(null).languages()).containsEntry("en", List.of("de")).containsEntry("de", List.of("en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "null",
                "{}",
                "[]",
                "[null]",
                "[{}]",
                "[{\"translations\":[]}]",
                "[{\"translations\":[null]}]",
                "[{\"translations\":[{\"text\":null}]}]",
                "[{\"translations\":[{\"text\":\" \"}]}]",
                "[{\"translations\":[{\"text\":{\"a\":1}}]}]",
                "[{\"translations\":[{\"text\":\"a\"}]},{\"translations\":[{\"text\":\"b\"}]}]",
                "{\"translatedText\":null}",
                "{\"translatedText\":[]}",
                "{\"translatedText\":[null]}",
                "{\"translatedText\":[\"\"]}",
                "{\"translatedText\":[\"a\",\"b\"]}"
            })
    void trustsNoAnswerOfTheWrongShape(String body) {
        stub.reply("/translate", 200, body);

        for (Translator translator : List.of(microsoft(null), libre(null))) {
            assertThatExceptionOfType(TranslatorFailure.class)
                    .isThrownBy(() -> translator.translate(List.of("Hello"), "en", "de"))
                    .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "[{}]", "[null]", "{\"translation\":{}}", "{\"translation\":null}"})
    void trustsNoLanguagesOfTheWrongShape(String body) {
        stub.reply("/languages", 200, body);

        for (Translator translator : List.of(microsoft(null), libre(null))) {
            assertThatExceptionOfType(TranslatorFailure.class).isThrownBy(translator::languages);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,REFUSED",
        "401,REFUSED",
        "403,REFUSED",
        "302,REFUSED",
        "408,PASSING",
        "429,PASSING",
        "500,PASSING",
        "503,PASSING"
    })
    void tellsFailuresApart(int status, Outcome outcome) {
        stub.reply("/translate", status, "{}");

        assertThatExceptionOfType(TranslatorFailure.class)
                .isThrownBy(() -> libre(null).translate(List.of("Hello"), "en", "de"))
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(outcome))
                .satisfies(failure -> assertThat(failure instanceof TextRefused).isEqualTo(status == 400));
    }

    @Test
    void mayRepeatWhatDidNotConnect() {
        var nobody = new LibreTranslator(client(properties("http://127.0.0.1:1", null, null)), properties("", "", ""));

        assertThatExceptionOfType(TranslatorFailure.class)
                .isThrownBy(() -> nobody.translate(List.of("Hello"), "en", "de"))
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.PASSING));
    }

    @Test
    void doesNotReadForEver() {
        stub.reply("/translate", 200, "{\"translatedText\":[\"" + "x".repeat(5_000_000) + "\"]}");

        assertThatExceptionOfType(TranslatorFailure.class)
                .isThrownBy(() -> libre(null).translate(List.of("Hello"), "en", "de"));
    }

    @ParameterizedTest
    @CsvSource({"Sandbox,Sandbox", "'',Microsoft Translator", ",Microsoft Translator"})
    void isCalledAsTheOperatorSays(@Nullable String name, String shown) {
        TranslatorProperties properties = properties(name, stub.url(), "a key", null);

        assertThat(new TranslationProvider(microsoft(null), properties, CircuitBreakerRegistry.ofDefaults()).name())
                .isEqualTo(shown);
    }

    private Translator microsoft(@Nullable String region) {
        TranslatorProperties properties = properties(stub.url() + "/", "a key", region);
        return new MicrosoftTranslator(client(properties), properties);
    }

    private Translator libre(@Nullable String key) {
        TranslatorProperties properties = properties(stub.url(), key, null);
        return new LibreTranslator(client(properties), properties);
    }

    private static ProviderClient client(TranslatorProperties properties) {
        return new ProviderClient(RestClient.builder(), properties);
    }

    private static TranslatorProperties properties(String url, @Nullable String key, @Nullable String region) {
        return properties(null, url, key, region);
    }

    private static TranslatorProperties properties(
            @Nullable String name, String url, @Nullable String key, @Nullable String region) {
        return new TranslatorProperties(
                TranslatorProperties.Provider.MICROSOFT,
                name,
                url,
                key,
                region,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                3,
                20,
                50_000);
    }
}
