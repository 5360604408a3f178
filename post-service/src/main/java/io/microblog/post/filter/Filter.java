package io.microblog.post.filter;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.problem.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Filter} (docs.joinmastodon.org/entities/Filter).
 *
 * @param id decimal
 * @param title its owner's name for it
 * @param context where it applies
 * @param expiresAt when it stops; null for never
 * @param filterAction what is done with what it matches
 * @param keywords that it looks for
 * @param statuses that it matches whatever they say
 */
record Filter(
        String id,
        String title,
        List<FilterContext> context,
        @Nullable Instant expiresAt,
        FilterAction filterAction,
        List<FilterKeyword> keywords,
        List<FilterStatus> statuses) {

    /** One of its keywords. */
    FilterKeyword keyword(long keywordId) {
        String wanted = Long.toString(keywordId);
        return keywords.stream()
                .filter(keyword -> keyword.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** One of its posts, by the entry that names it. */
    FilterStatus status(long entryId) {
        String wanted = Long.toString(entryId);
        return statuses.stream()
                .filter(status -> status.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
