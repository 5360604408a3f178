package io.microblog.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesTests {

    @Test
    void areThoseOfTheMapping() throws IOException {
        try (InputStream definition = LanguagesTests.class.getResourceAsStream("/index/posts.json")) {
            JsonNode words = JsonMapper.shared()
                    .readTree(Objects.requireNonNull(definition))
                    .at("/template/mappings/properties/words/properties");
            assertThat(words.propertyNames()).containsExactlyInAnyOrderElementsOf(Languages.STEMMED);
        }
    }

    @ParameterizedTest
    @CsvSource({"de, de", "pt-BR, pt", "zh_TW,", "nb, no", "nn, no", "EN, en", "tlh,", "'',", ","})
    void fieldsGoByTheLanguageAlone(String tag, String field) {
        assertThat(Languages.fieldOf(tag)).isEqualTo(field);
    }
}
