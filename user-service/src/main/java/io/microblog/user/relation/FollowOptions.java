package io.microblog.user.relation;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to follow; null keeps what holds, or the default.
 *
 * @param reblogs whether boosts show at home
 * @param notifying whether each post is notified
 * @param languages of the posts wanted; empty for all
 */
record FollowOptions(
        @Nullable Boolean reblogs,
        @JsonProperty("notify") @Nullable Boolean notifying,
        @Nullable List<String> languages) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    /**
     * The same with its languages as posts have them: {@code es} for {@code es-MX}.
     *
     * @throws Invalid when one is no language
     */
    FollowOptions checked() {
        if (languages == null) {
            return this;
        }
        List<String> codes = languages.stream()
                .filter(language -> !language.isBlank())
                .map(language -> Locale.forLanguageTag(language.strip()).getLanguage())
                .distinct()
                .toList();
        if (!KNOWN.containsAll(codes)) {
            throw Invalid.field("languages", "ERR_INVALID", "has an entry that is not a language");
        }
        return new FollowOptions(reblogs, notifying, codes);
    }
}
