package io.microblog.post.filter;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The API's {@code FilterResult} (docs.joinmastodon.org/entities/FilterResult): why a filter matches a post.
 *
 * @param filter which it is
 * @param keywordMatches those of its keywords that are in the post; null when none is
 * @param statusMatches the post's id where the filter names it; null otherwise
 */
public record FilterResult(
        Matched filter,
        @Nullable List<String> keywordMatches,
        @Nullable List<String> statusMatches) {

    /**
     * A filter without what it looks for.
     *
     * @param id decimal
     * @param title its owner's name for it
     * @param context where it applies
     * @param expiresAt when it stops; null for never
     * @param filterAction what is to be done with the post
     */
    public record Matched(
            String id,
            String title,
            List<FilterContext> context,
            @Nullable Instant expiresAt,
            FilterAction filterAction) {

        static Matched of(Filter filter) {
            return new Matched(
                    filter.id(), filter.title(), filter.context(), filter.expiresAt(), filter.filterAction());
        }
    }
}
