package io.microblog.notification.language;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PluralTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            en, 1, ONE
            en, 2, TWO
            en, 3, OTHER
            es, 1, ONE
            es, 11, OTHER
            ar, 1, ONE
            ar, 2, TWO
            ar, 3, FEW
            ar, 10, FEW
            ar, 11, MANY
            ar, 99, MANY
            ar, 100, OTHER
            ar, 102, OTHER
            ar, 103, FEW
            ar, 111, MANY
            """)
    void fitsTheNumber(String language, long number, Plural form) {
        assertThat(Plural.of(number, Locale.forLanguageTag(language))).isEqualTo(form);
    }
}
