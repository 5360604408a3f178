package io.microblog.translation.translate;

import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.Invalid;
import io.microblog.translation.language.LanguagePairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetLanguageTests {

    private final TargetLanguage target =
            new TargetLanguage(new LanguagePairs(Map.of("en", List.of("de", "fr"), "de", List.of("en"))));

    @Test
    void isTheOneAskedFor() {
        assertThat(target.of("fr-CA", "de")).isEqualTo("fr");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"de-AT|de", "fi,fr;q=0.8,de;q=0.9|de", "*|en", "fi|en", "de;q=0|en", ";;;|en", "|en", "q=|en"},
            delimiter = '|')
    void isTheReadersOwnWhenNoneIsAskedFor(String acceptLanguage, String expected) {
        assertThat(target.of(null, acceptLanguage)).isEqualTo(expected);
        assertThat(target.of(" ", acceptLanguage)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "klingon", "de'; DROP TABLE translation", "../../etc", "\u0000"})
    void refusesWhatNothingIsTranslatedInto(String lang) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> target.of(lang, "de"))
                .satisfies(invalid -> assertThat(invalid.details()).containsOnlyKeys("lang"));
    }

    @Test
    void refusesEndlessTags() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> target.of("de" + "-x".repeat(100_000), null));
    }
}
