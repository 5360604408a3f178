package io.microblog.search.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Forms of words that follow no rule, such as ran and mice.
 *
 * @param words by form
 */
record Irregular(Map<String, String> words) {

    /** From {@code irregular/<language>.txt}: a word a line, followed by its forms. */
    static Irregular forms(String language) {
        Map<String, String> words = new HashMap<>();
        try (InputStream file = Irregular.class.getResourceAsStream("/irregular/" + language + ".txt")) {
            new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(forms -> {
                        for (int i = 1; i < forms.length; i++) {
                            words.putIfAbsent(forms[i], forms[0]);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Irregular(words);
    }

    UnaryOperator<String> before(UnaryOperator<String> stemmer) {
        return form -> stemmer.apply(words.getOrDefault(form, form));
    }
}
