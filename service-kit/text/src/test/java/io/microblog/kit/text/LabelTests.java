package io.microblog.kit.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LabelTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200B",
                "\u3164",
                "\u00A0",
                "\u2800",
                "\uFFA0",
                "\u115F\u1160",
                "\u200E\u200F\u061C",
                "\u202E",
                "\u2060\uFEFF",
                "\u00AD",
                "\uFE0F",
                "\u0301",
                "\u034F",
                "\u200D\u200C",
                "\uE000",
                "\u2065",
                "\uDB40\uDC80",
                "\uDB40\uDC41",
                "\n\t\r",
                " \u3000\u2003\u3164\u200B "
            })
    void isEmptyWhereThereIsNothingToSee(String text) {
        assertThat(Label.clean(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'  Ada  Lovelace ', Ada Lovelace",
        "'a\u00A0\u2003b', a b",
        "'a\u3164\u2800b', a b",
        "'Ada\u200B', Ada",
        "'\u202Enimda\u202C', nimda",
        "'\u2067مريم\u2069', مريم",
        "'\u200Fمريم', مريم",
        "'A\u00ADda', Ada",
        "'می\u200Cخواهم', 'می\u200Cخواهم'",
        "'क्\u200Dष', 'क्\u200Dष'",
        "'👩\u200D👩\u200D👧', '👩\u200D👩\u200D👧'",
        "'Ada\u200D', Ada",
        "'\u200DAda', Ada",
        "'❤\uFE0F', '❤\uFE0F'",
        "'🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F', '🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F'",
        "'A\uDB40\uDC67', A",
        "한국어, 한국어",
        "!?, !?"
    })
    void leavesWhatPeopleSee(String text, String label) {
        assertThat(Label.clean(text)).isEqualTo(label);
    }

    @Test
    void isOneLine() {
        assertThat(Label.clean("Pocket\n\nby the\u2028server\r\nitself")).isEqualTo("Pocket by the server itself");
    }

    @Test
    void countsWhatPeopleSee() {
        assertThat(Label.fits("👩\u200D👩\u200D👧\u200D👦".repeat(30), 30)).isTrue();
        assertThat(Label.fits("👩\u200D👩\u200D👧\u200D👦".repeat(31), 30)).isFalse();
        assertThat(Label.fits("न\u0940".repeat(30), 30)).isTrue();
        assertThat(Label.fits("न\u0940".repeat(31), 30)).isFalse();
        assertThat(Label.fits("a" + "\u0301".repeat(601), 30)).isFalse();
    }
}
