package io.microblog.local.sandbox.translator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Translations that lie ready: of what the people of the demo say, so that a newcomer sees what a translation looks like.
 * They are kept by runs of text, which is what stands between two tags of HTML.
 */
final class PreparedTranslations {

    private static final Map<String, Map<String, String>> BY_LANGUAGE = Map.of("en", read("en"), "es", read("es"));

    private PreparedTranslations() {}

    /**
     * The translation of a run of text, if there is one.
     *
     * @param text not escaped, without white space around it
     * @param language the language wanted
     */
    static Optional<String> find(String text, String language) {
        return Optional.ofNullable(BY_LANGUAGE.getOrDefault(language, Map.of()).get(text));
    }

    /** After a comment, a line as it is written and a line as it is translated, in turn. */
    private static Map<String, String> read(String language) {
        List<String> lines = lines("prepared/" + language + ".txt");
        Map<String, String> translations = new HashMap<>();
        for (int i = 1; i + 1 < lines.size(); i += 2) {
            translations.put(lines.get(i), lines.get(i + 1));
        }
        return Map.copyOf(translations);
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(PreparedTranslations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
