package io.microblog.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

import io.microblog.testing.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages' texts: each in every language, and no page without its texts. */
class PageCatalogueTests {

    private static final Pattern USED = Pattern.compile("#\\{([a-z_]+(?:\\.[a-z_]+)*)[}(]");

    @ParameterizedTest
    @ValueSource(strings = {"es", "ar"})
    void saysEverythingInEachLanguage(String language) {
        var english = new Catalogue("/messages.properties");
        var other = new Catalogue("/messages_" + language + ".properties");

        assertThat(other.keys()).isEqualTo(english.keys());
        english.keys().forEach(key -> assertThat(other.arguments(key)).as(key).isEqualTo(english.arguments(key)));
    }

    @Test
    void hasATextForEachKeyOfATemplate() throws IOException {
        Set<String> known = new Catalogue("/messages.properties").keys();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.toList()) {
                assertThat(USED.matcher(Files.readString(template)).results().map(key -> key.group(1)))
                        .as(template.toString())
                        .allMatch(known::contains);
            }
        }
    }
}
