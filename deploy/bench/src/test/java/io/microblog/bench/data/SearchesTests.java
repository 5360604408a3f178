package io.microblog.bench.data;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchesTests {

    @Test
    void areAWordOrTwoOfWhatWasSaid() {
        assertThat(Searches.of(1, 200))
                .hasSize(200)
                .allSatisfy(words -> assertThat(words).isNotBlank().matches("\\S+( \\S+)?"))
                .isEqualTo(Searches.of(1, 200))
                .isNotEqualTo(Searches.of(2, 200));
    }
}
