package io.microblog.translation.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** LibreTranslate's wire format. */
class LibreTranslatorTests extends TranslatorContract {

    @Test
    void speaksItsFormat() {
        stub.reply("/translate", 200, """
                {"translatedText":["<p>Hallo</p>","Welt"]}""");

        Translated translated = translator("secret").translate(List.of("<p>Hello</p>", "World"), "en", "de");

        assertThat(translated).isEqualTo(new Translated(List.of("<p>Hallo</p>", "Welt"), null));
        assertThat(stub.last().body().toString())
                .isEqualTo("{\"q\":[\"<p>Hello</p>\",\"World\"],\"source\":\"en\",\"target\":\"de\","
                        + "\"format\":\"html\",\"api_key\":\"secret\"}");
    }

    @Test
    void hasItDetectTheLanguage() {
        stub.reply("/translate", 200, """
                {"translatedText":["Hallo"],"detectedLanguage":[{"confidence":90,"language":"es"}]}""");

        assertThat(translator().translate(List.of("Hola"), null, "de").detectedLanguage())
                .isEqualTo("es");
        assertThat(stub.last().body().toString())
                .isEqualTo("{\"q\":[\"Hola\"],\"source\":\"auto\",\"target\":\"de\",\"format\":\"html\"}");
    }

    @Test
    void readsItsLanguages() {
        stub.reply("/languages", 200, """
                [{"code":"en","name":"English","targets":["de","en"]},{"code":"de","name":"German","targets":["en"]}]""");

        assertThat(translator().languages()).containsEntry("en", List.of("de")).containsEntry("de", List.of("en"));
    }

    @Override
    Translator translator() {
        return translator(null);
    }

    @Override
    String translation(String text) {
        return "{\"translatedText\":[\"" + text + "\"]}";
    }

    private Translator translator(@Nullable String key) {
        TranslatorProperties properties = properties(null, stub.url(), key, null);
        return new LibreTranslator(client(properties), properties);
    }
}
