package io.microblog.search.query;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorsTests {

    @Test
    void readsThemAll() {
        Operators operators = Operators.in(
                "tea from:@Alice language:EN after:2026-01-31 before:2026-03-01 has:link \"green leaf\" -milk -\"ice cube\"");

        assertThat(operators.words()).isEqualTo("tea green leaf");
        assertThat(operators.phrases()).containsExactly("green leaf");
        assertThat(operators.excluded()).containsExactly("milk", "ice cube");
        assertThat(operators.from()).isEqualTo("alice");
        assertThat(operators.language()).isEqualTo("en");
        assertThat(operators.since()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(operators.until()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(operators.traits()).containsExactly("link");
        assertThat(operators.place()).isNull();
        assertThat(operators.narrow()).isTrue();
    }

    @Test
    void readsWhatPostsHaveAndAre() {
        Operators operators = Operators.in("tea has:media HAS:Poll is:reply -is:sensitive -has:video in:Library");

        assertThat(operators.words()).isEqualTo("tea");
        assertThat(operators.excluded()).isEmpty();
        assertThat(operators.traits()).containsExactlyInAnyOrder("media", "poll", "reply");
        assertThat(operators.without()).containsExactlyInAnyOrder("sensitive", "video");
        assertThat(operators.place()).isEqualTo(Operators.Place.LIBRARY);
        assertThat(Operators.in("in:public").narrow()).isTrue();
        assertThat(Operators.in("-has:media").narrow()).isTrue();
    }

    @Test
    void duringIsOneDay() {
        Operators operators = Operators.in("during:2026-02-28");

        assertThat(operators.since()).isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(operators.until()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour:red",
                "from:",
                "from:a!b",
                "language:english",
                "before:yesterday",
                "during:2026-02-30",
                "has:wings",
                "has:reply",
                "is:link",
                "is:",
                "in:garden",
                ":",
                "-",
                "--",
                "12:30",
                "https://host.example/",
                "\"",
                "\"\"",
                "half\"quoted"
            })
    void whatIsNoneIsAWord(String text) {
        Operators operators = Operators.in(text);

        assertThat(operators.words()).isEqualTo(text);
        assertThat(operators.narrow()).isFalse();
    }
}
