package io.microblog.user.dashboard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.microblog.internal.FigureDays;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants ranked. What the API has about other servers is not read: there is nothing of them.
 *
 * @param keys of {@link DimensionKey}
 * @param startAt the first day; 30 days are looked at where nothing else is said
 * @param endAt the last day; today where nothing else is said
 * @param limit how many of each, but for software and space: 10, and at most 100
 * @param tagLanguages of which hashtag
 */
record DimensionRequest(
        @Nullable List<String> keys,
        @Nullable String startAt,
        @Nullable String endAt,
        @Nullable Integer limit,
        @Nullable HashtagWish tagLanguages) {

    private static final int USUAL = 10;
    private static final int MOST = 100;

    /** @param hashtag empty where none is needed */
    record Accepted(Set<DimensionKey> keys, FigureDays days, int limit, String hashtag) {}

    boolean isEmpty() {
        return keys == null || keys.isEmpty();
    }

    /** @throws Invalid naming the field that cannot be accepted */
    Accepted check() {
        Set<DimensionKey> wanted = new LinkedHashSet<>();
        for (String key : keys == null ? List.<String>of() : keys) {
            wanted.add(DimensionKey.find(key)
                    .orElseThrow(() -> Invalid.field("keys", "ERR_INCLUSION", "are not all known")));
        }
        if (limit != null && limit < 0) {
            throw Invalid.field("limit", "ERR_INVALID", "must not be negative");
        }
        return new Accepted(
                wanted,
                WishedDays.usual(startAt, endAt),
                limit == null || limit == 0 ? USUAL : Math.min(limit, MOST),
                wanted.contains(DimensionKey.TAG_LANGUAGES) ? HashtagWish.require(tagLanguages, "tag_languages") : "");
    }
}
