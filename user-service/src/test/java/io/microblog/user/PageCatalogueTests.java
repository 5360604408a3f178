package io.microblog.user;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages' texts: each in every language, and no page without its texts. */
class PageCatalogueTests {

    private static final Pattern USED = Pattern.compile("#\\{([a-z_]+(?:\\.[a-z_]+)*)[}(]");

    @ParameterizedTest
    @ValueSource(strings = {"es", "ar"})
    void saysEverythingInEachLanguage(String language) throws IOException {
        Properties english = catalogue("");
        Properties other = catalogue("_" + language);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(arguments(String.valueOf(other.get(key))))
                .as(key.toString())
                .isEqualTo(arguments(String.valueOf(text))));
    }

    @Test
    void hasATextForEachKeyOfATemplate() throws IOException {
        Set<Object> known = catalogue("").keySet();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.toList()) {
                assertThat(USED.matcher(Files.readString(template)).results().map(key -> key.group(1)))
                        .as(template.toString())
                        .allMatch(known::contains);
            }
        }
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties catalogue(String suffix) throws IOException {
        var catalogue = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(
                        PageCatalogueTests.class.getResourceAsStream("/messages" + suffix + ".properties")),
                StandardCharsets.UTF_8)) {
            catalogue.load(in);
        }
        return catalogue;
    }
}
