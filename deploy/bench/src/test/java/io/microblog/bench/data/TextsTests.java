package io.microblog.bench.data;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

    private final Texts texts = new Texts(1, "http://localhost:8080");

    @Test
    void areTheSameForTheSamePost() {
        assertThat(texts.of(17)).isEqualTo(new Texts(1, "http://localhost:8080").of(17));
    }

    @Test
    void areInSeveralLanguagesAndSometimesTagged() {
        assertThat(IntStream.range(0, 500)
                        .mapToObj(texts::of)
                        .map(Texts.Text::language)
                        .distinct())
                .hasSize(8);
        assertThat(IntStream.range(0, 500).mapToObj(texts::of))
                .allSatisfy(text -> assertThat(text.source()).isNotBlank())
                .anySatisfy(text -> assertThat(text.html()).contains("rel=\"tag\">#<span>"))
                .anySatisfy(text -> assertThat(text.hashtags()).isEmpty());
    }
}
