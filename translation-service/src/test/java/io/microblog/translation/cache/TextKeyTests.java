package io.microblog.translation.cache;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextKeyTests {

    @Test
    void isTheSameForTheSameText() {
        assertThat(TextKey.of("en", "<p>a</p>", "b")).isEqualTo(TextKey.of("en", "<p>a</p>", "b"));
    }

    @Test
    void tellsTextsApart() {
        assertThat(java.util.Set.of(
                        TextKey.of("en", "ab", ""),
                        TextKey.of("en", "a", "b"),
                        TextKey.of("en", "", "ab"),
                        TextKey.of(null, "ab", ""),
                        TextKey.of("de", "ab", "")))
                .hasSize(5);
    }
}
