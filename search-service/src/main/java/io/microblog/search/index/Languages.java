package io.microblog.search.index;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The languages whose words are indexed by their stems, each in a field {@code words.<language>} of its own. */
final class Languages {

    /** ISO 639 codes, as the mapping in {@code index/posts.json} has them. */
    static final Set<String> STEMMED = Set.of(
            "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "hi",
            "hu", "hy", "id", "it", "ja", "lt", "lv", "nl", "no", "pt", "ro", "ru", "sv", "th", "tr");

    private Languages() {}

    /** The field's name for a post's language tag, null when the language has none. */
    static @Nullable String fieldOf(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        String common = language.equals("nb") || language.equals("nn") ? "no" : language;
        return STEMMED.contains(common) ? common : null;
    }
}
