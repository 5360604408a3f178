package io.microblog.translation.language;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagePairsTests {

    private final LanguagePairs languages = new LanguagePairs(Map.of(
            "en", List.of("de", "zh-Hans", "pt-PT", "nb"),
            "de", List.of("en"),
            "zh-Hans", List.of("en"),
            "zh-Hant", List.of("en"),
            "pt", List.of("en"),
            "pt-PT", List.of("en"),
            "nb", List.of("en")));

    @ParameterizedTest
    @CsvSource({
        "en,en",
        "EN,en",
        "en-US,en",
        "en_GB,en",
        "de-Latn-AT,de",
        "zh,zh-Hans",
        "zh-CN,zh-Hans",
        "zh-TW,zh-Hant",
        "zh-hans,zh-Hans",
        "zh-Hant-HK,zh-Hant",
        "no,nb",
        "nn,nb",
        "pt-BR,pt",
        "pt-pt,pt-PT",
        "' de ',de"
    })
    void resolvesTags(String tag, String code) {
        assertThat(languages.resolve(tag)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "xx", "english", "xx-en", "🙂", "--", "tlh"})
    void doesNotKnow(String tag) {
        assertThat(languages.resolve(tag)).isEmpty();
    }

    @Test
    void knowsPairs() {
        assertThat(languages.translates("en", "de")).isTrue();
        assertThat(languages.translates("de", "nb")).isFalse();
        assertThat(languages.translates("xx", "en")).isFalse();
        assertThat(languages.translatesInto("zh-Hant")).isFalse();
        assertThat(languages.translatesInto("en")).isTrue();
    }

    @Test
    void publishesPlainNamesToo() {
        var published = languages.published();

        assertThat(published.get("en")).containsExactly("de", "nb", "nn", "no", "pt-PT", "zh", "zh-Hans");
        assertThat(published.get("zh")).containsExactly("en");
        assertThat(published.get("no")).containsExactly("en");
        assertThat(published.get("und")).contains("en", "de", "zh");
        assertThat(published).doesNotContainKeys("sr", "tl");
    }
}
