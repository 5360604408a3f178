package io.microblog.search.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Forms of words that follow no rule, such as ran and mice.
 *
 * @param words by form
 */
record Irregular(Map<String, String> words) {

    /** From {@code irregular/<language>.txt}: a word a line, followed by its forms; none where there is no such file. */
    static Irregular forms(String language) {
        Map<String, String> words = new HashMap<>();
        try (InputStream file = Irregular.class.getResourceAsStream("/irregular/" + language + ".txt")) {
            if (file != null) {
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                        .lines()
                        .map(line -> line.split(" "))
                        .forEach(forms -> {
                            for (int i = 1; i < forms.length; i++) {
                                words.putIfAbsent(forms[i], forms[0]);
                            }
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Irregular(words);
    }

    /**
     * A form has the stem of its word, whether it stands as it is or is found only when the stemmer has cut off what was
     * written as one with it, such as an article.
     */
    UnaryOperator<String> around(UnaryOperator<String> stemmer) {
        if (words.isEmpty()) {
            return stemmer;
        }
        Map<String, String> stems = new HashMap<>();
        words.forEach((form, word) -> stems.putIfAbsent(stemmer.apply(form), stemmer.apply(word)));
        return form -> {
            String word = words.get(form);
            String stem = stemmer.apply(word == null ? form : word);
            return word == null ? stems.getOrDefault(stem, stem) : stem;
        };
    }
}
