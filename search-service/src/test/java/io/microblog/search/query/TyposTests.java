package io.microblog.search.query;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TyposTests {

    @ParameterizedTest
    @CsvSource({
        "bicycle, bicycle, 0",
        "vicycle, bicycle, 1",
        "bycicle, bicycle, 2",
        "gardenign, gardening, 1",
        "libary, library, 1",
        "белосипед, велосипед, 1",
    })
    void countsWhatIsForgiven(String word, String other, int typos) {
        assertThat(Typos.between(word, other)).isEqualTo(typos);
    }

    @ParameterizedTest
    @CsvSource({"flan, flat", "tree, three", "snake, brake", "vycicle, bicycle", "garden, orchestra", "abcdef, abdcfe"})
    void forgivesNeitherMoreNorInShortWords(String word, String other) {
        assertThat(Typos.between(word, other)).isEqualTo(Typos.FAR);
    }
}
