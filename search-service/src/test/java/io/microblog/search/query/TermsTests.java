package io.microblog.search.query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TermsTests {

    @ParameterizedTest
    @CsvSource({
        "tea, 1",
        "green tea, 2",
        "'  ', 0",
        "e\u0301te\u0301, 1",
        "don't, 2",
        "漢字かな, 4",
        "カナ, 2",
        "한국어, 3",
        "tea漢tea, 3",
        "ภาษาไทย, 1",
        "😀😀, 2",
        "👩\u200d👩, 2",
        "'\"(a b)\"', 2",
    })
    void countsAtLeastWhatTheEngineMakes(String text, int terms) {
        assertThat(Terms.in(text)).isEqualTo(terms);
    }

    @Test
    void knowsScriptsWithoutBlanks() {
        assertThat(Terms.areDense("tea 漢")).isTrue();
        assertThat(Terms.areDense("tea ภาษาไทย 😀")).isFalse();
    }
}
