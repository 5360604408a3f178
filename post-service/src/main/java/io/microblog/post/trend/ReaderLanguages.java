package io.microblog.post.trend;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;

import io.microblog.post.author.Author;
import io.microblog.post.author.Authors;
import io.microblog.post.status.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which languages somebody reads: that of their posts, and those that their program asks for. */
@Component
class ReaderLanguages {

    /** As many as anybody reads. */
    private static final int MOST = 10;

    private static final int LONGEST_HEADER = 256;

    private final Authors authors;

    ReaderLanguages(Authors authors) {
        this.authors = authors;
    }

    /** @param accepted the request's header, where there is one */
    Set<String> of(Reader reader, @Nullable String accepted) {
        Set<String> languages = new HashSet<>(accepted(accepted));
        Author author =
                reader.id() == null ? null : authors.byId(List.of(reader.id())).get(reader.id());
        String own = author == null ? null : author.account().postingDefaults().language();
        if (own != null) {
            languages.add(own);
        }
        return languages;
    }

    private static List<String> accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(language -> !language.isEmpty())
                    .distinct()
                    .limit(MOST)
                    .toList();
        } catch (IllegalArgumentException notALanguage) {
            return List.of();
        }
    }
}
