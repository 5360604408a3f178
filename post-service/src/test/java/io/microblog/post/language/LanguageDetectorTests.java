package io.microblog.post.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LanguageDetectorTests {

    private static final LanguageDetector DETECTOR = new LanguageDetector();

    private record Sample(String language, String text) {}

    @BeforeAll
    static void load() {
        await().atMost(Duration.ofMinutes(1)).until(() -> DETECTOR.of("Nobody knows what this is about") != null);
    }

    @Test
    void tellsMostShortPostsRightAndHardlyAnyWrong() throws IOException {
        List<Sample> samples = samples();

        List<Sample> told = samples.stream()
                .filter(post -> DETECTOR.of(post.text()) != null)
                .toList();
        List<Sample> wrong = told.stream()
                .filter(post -> !post.language().equals(DETECTOR.of(post.text())))
                .toList();

        assertThat(told).hasSizeGreaterThan(samples.size() * 8 / 10);
        assertThat(wrong).hasSizeLessThanOrEqualTo(samples.size() / 50);
    }

    @ParameterizedTest
    @CsvSource({
        "ok,",
        "12345 67890 12345,",
        "'',",
        "Hello Hallo Hola,",
        "今日はとても寒いですね, ja",
        "The bakery at the corner is closed until Tuesday https://example.org/ein/langer/deutscher/pfad, en",
    })
    void saysNothingOfWhatMayBeAnything(String text, @Nullable String language) {
        assertThat(DETECTOR.of(text)).isEqualTo(language);
    }

    private static List<Sample> samples() throws IOException {
        try (var file = LanguageDetectorTests.class.getResourceAsStream("/posts-by-language.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Sample(parts[0], parts[1]))
                    .toList();
        }
    }
}
