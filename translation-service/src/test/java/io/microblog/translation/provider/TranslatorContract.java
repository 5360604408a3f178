package io.microblog.translation.provider;

import java.time.Duration;
import java.util.List;

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

/** What every {@link Translator} keeps to; its tests extend this. */
abstract class TranslatorContract {

    final ProviderStub stub = new ProviderStub();

    /** Asks the stub. */
    abstract Translator translator();

    /** How the provider answers with one text. */
    abstract String translation(String text);

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void hasTheTextTranslated() {
        stub.reply("/translate", 200, translation("Hallo"));

        assertThat(translator().translate(List.of("Hello"), "en", "de"))
                .isEqualTo(new Translated(List.of("Hallo"), null));
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

        assertThatExceptionOfType(TranslatorFailure.class)
                .isThrownBy(() -> translator().translate(List.of("Hello"), "en", "de"))
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "[{}]", "[null]", "{\"translation\":{}}", "{\"translation\":null}"})
    void trustsNoLanguagesOfTheWrongShape(String body) {
        stub.reply("/languages", 200, body);

        assertThatExceptionOfType(TranslatorFailure.class)
                .isThrownBy(() -> translator().languages());
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
                .isThrownBy(() -> translator().translate(List.of("Hello"), "en", "de"))
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(outcome))
                .satisfies(failure -> assertThat(failure instanceof TextRefused).isEqualTo(status == 400));
    }

    @Test
    void mayRepeatWhatDidNotConnect() {
        stub.close();

        assertThatExceptionOfType(TranslatorFailure.class)
                .isThrownBy(() -> translator().translate(List.of("Hello"), "en", "de"))
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.PASSING));
    }

    @Test
    void doesNotReadForEver() {
        stub.reply("/translate", 200, translation("x".repeat(5_000_000)));

        assertThatExceptionOfType(TranslatorFailure.class)
                .isThrownBy(() -> translator().translate(List.of("Hello"), "en", "de"));
    }

    static ProviderClient client(TranslatorProperties properties) {
        return new ProviderClient(RestClient.builder(), properties);
    }

    static TranslatorProperties properties(
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
