package io.microblog.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of one language. */
public final class Catalogue {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    private final Properties texts = new Properties();

    /** @param file on the class path, in UTF-8, such as {@code /messages_es.properties} */
    public Catalogue(String file) {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of all texts. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** What a text has to be given, such as {@code {0}}. */
    public Set<String> arguments(String key) {
        return ARGUMENT.matcher(Objects.requireNonNull(texts.getProperty(key), key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
