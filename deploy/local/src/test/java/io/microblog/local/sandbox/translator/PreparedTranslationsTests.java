package io.microblog.local.sandbox.translator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.microblog.local.engine.Distribution;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedTranslationsTests {

    private static final Path POSTS =
            Distribution.project().resolve("deploy/local/src/main/resources/io/microblog/local/demo/posts");

    /** A line without markup, addresses and names is a run of text as it stands. */
    private static final String PLAIN = "[^=\\-*_`#@>\\[|\\d][^*_`#@\\[\\]\\\\]*";

    @Test
    void coverWhatTheDemoSays() throws IOException {
        try (Stream<Path> files = Files.list(POSTS)) {
            assertThat(files.flatMap(PreparedTranslationsTests::lines)
                            .map(String::strip)
                            .filter(line -> line.matches(PLAIN) && !line.contains("http")))
                    .hasSizeGreaterThan(200)
                    .allMatch(line -> PreparedTranslations.find(line, "en").isPresent()
                            || PreparedTranslations.find(line, "es").isPresent());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
