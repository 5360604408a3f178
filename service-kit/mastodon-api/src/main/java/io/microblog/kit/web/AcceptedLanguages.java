package io.microblog.kit.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import org.jspecify.annotations.Nullable;

/** What the header {@code Accept-Language} says of its sender. */
public final class AcceptedLanguages {

    /** As many as anybody reads. */
    private static final int MOST = 10;

    private AcceptedLanguages() {}

    /** ISO 639 codes, the likeliest first; a header that is none of HTTP's says nothing. */
    public static List<String> of(@Nullable String header) {
        try {
            return header == null
                    ? List.of()
                    : LanguageRange.parse(header).stream()
                            .filter(range -> range.getWeight() > 0)
                            .map(range ->
                                    Locale.forLanguageTag(range.getRange()).getLanguage())
                            .filter(language -> !language.isEmpty())
                            .distinct()
                            .limit(MOST)
                            .toList();
        } catch (IllegalArgumentException noLanguages) {
            return List.of();
        }
    }
}
