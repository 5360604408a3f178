package io.microblog.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.microblog.testing.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

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

    /** A name from the right turns no English sentence round, a handle no Arabic one. */
    @ParameterizedTest
    @CsvSource({"en, عمر خليل", "es, عمر خليل", "ar, u06"})
    void isolatesWhatComesFromElsewhere(String language, String value) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Object[] values = {value, value, value};

        for (String key : new Catalogue("/messages.properties").keys()) {
            String text = messages.getMessage(key, values, Locale.of(language));
            assertThat(text.replaceAll("<bdi>[^<]*</bdi>", "")).as(key).doesNotContain(value);
        }
    }

    @Test
    void escapesWhatIsPutIntoATextWithMarkup() throws IOException {
        Pattern unescaped = Pattern.compile("th:utext=\"#\\{[^\"]*\\$\\{(?!#strings\\.escapeXml\\()");
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.toList()) {
                assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(unescaped);
            }
        }
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
