package io.microblog.translation.translate;

import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;

import io.microblog.kit.problem.Invalid;
import io.microblog.translation.language.LanguagePairs;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Finds out into which language a reader wants a post translated. */
final class TargetLanguage {

    private static final String DEFAULT = "en";
    private static final int MAX_LENGTH = 35;

    private final LanguagePairs languages;

    TargetLanguage(LanguagePairs languages) {
        this.languages = languages;
    }

    /**
     * The provider's code of the language asked for, else of the first that the reader's browser or app speaks.
     *
     * @throws Invalid when nothing is translated into the language asked for
     */
    String of(@Nullable String lang, @Nullable String acceptLanguage) {
        if (StringUtils.hasText(lang)) {
            return supported(lang).orElseThrow(TargetLanguage::unknown);
        }
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> supported(range.getRange()).stream())
                .findFirst()
                .or(() -> supported(DEFAULT))
                .orElseThrow(TargetLanguage::unknown);
    }

    private Optional<String> supported(String tag) {
        return tag.length() > MAX_LENGTH
                ? Optional.empty()
                : languages.resolve(tag).filter(languages::translatesInto);
    }

    private static List<LanguageRange> ranges(@Nullable String acceptLanguage) {
        try {
            return StringUtils.hasText(acceptLanguage) ? LanguageRange.parse(acceptLanguage) : List.of();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    static Invalid unknown() {
        return Invalid.field("lang", "ERR_INCLUSION", "is not a language this post can be translated into");
    }
}
