package io.microblog.translation.provider;

import java.util.List;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Microsoft's wire format. */
class MicrosoftTranslatorTests extends TranslatorContract {

    @Test
    void speaksItsFormat() {
        stub.reply("/translate", 200, """
                [{"translations":[{"text":"<p>Hallo</p>","to":"de"}]},{"translations":[{"text":"Welt","to":"de"}]}]""");

        Translated translated = translator("westeurope").translate(List.of("<p>Hello</p>", "World & <"), "en", "de");

        assertThat(translated).isEqualTo(new Translated(List.of("<p>Hallo</p>", "Welt"), null));
        assertThat(stub.last().query()).isEqualTo("api-version=3.0&textType=html&to=de&from=en");
        assertThat(stub.last().headers().getFirst("Ocp-Apim-Subscription-Key")).isEqualTo("a key");
        assertThat(stub.last().headers().getFirst("Ocp-Apim-Subscription-Region"))
                .isEqualTo("westeurope");
        assertThat(stub.last().headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(stub.last().body().toString()).isEqualTo("[{\"Text\":\"<p>Hello</p>\"},{\"Text\":\"World & <\"}]");
    }

    @Test
    void hasItDetectTheLanguage() {
        stub.reply("/translate", 200, """
                [{"detectedLanguage":{"language":"es","score":0.9},"translations":[{"text":"Hallo","to":"de"}]}]""");

        assertThat(translator().translate(List.of("Hola"), null, "de").detectedLanguage())
                .isEqualTo("es");
        assertThat(stub.last().query()).isEqualTo("api-version=3.0&textType=html&to=de");
        assertThat(stub.last().headers()).doesNotContainKey("Ocp-apim-subscription-region");
    }

    @Test
    void readsItsLanguages() {
        stub.reply("/languages", 200, """
                {"translation":{"en":{"name":"English"},"de":{"name":"German"},"zh-Hans":{"name":"Chinese"}}}""");

        assertThat(translator().languages())
                .containsEntry("en", List.of("de", "zh-Hans"))
                .hasSize(3);
        assertThat(stub.last().query()).isEqualTo("api-version=3.0&scope=translation");
    }

    @ParameterizedTest
    @CsvSource({"Sandbox,Sandbox", "'',Microsoft Translator", ",Microsoft Translator"})
    void isCalledAsTheOperatorSays(@Nullable String name, String shown) {
        TranslatorProperties properties = properties(name, stub.url(), "a key", null);

        assertThat(new TranslationProvider(translator(), properties, CircuitBreakerRegistry.ofDefaults()).name())
                .isEqualTo(shown);
    }

    @Override
    Translator translator() {
        return translator(null);
    }

    @Override
    String translation(String text) {
        return "[{\"translations\":[{\"text\":\"" + text + "\",\"to\":\"de\"}]}]";
    }

    private Translator translator(@Nullable String region) {
        TranslatorProperties properties = properties(null, stub.url() + "/", "a key", region);
        return new MicrosoftTranslator(client(properties), properties);
    }
}
