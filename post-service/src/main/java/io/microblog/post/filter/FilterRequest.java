package io.microblog.post.filter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to make or change a filter. A change keeps what is left out.
 *
 * @param expiresIn seconds until it stops; empty for never
 * @param keywordsAttributes keywords to add, and to change or to remove by their ids
 */
record FilterRequest(
        @Nullable String title,
        @Nullable List<FilterContext> context,
        @Nullable FilterAction filterAction,
        @Nullable String expiresIn,
        @Nullable List<Keyword> keywordsAttributes) {

    /** Characters of a title or a keyword: older clients name a filter by its keyword. */
    private static final int MAX_LENGTH = 512;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");
    private static final long LONGEST_SECONDS = 100L * 365 * 24 * 60 * 60;

    /**
     * One keyword.
     *
     * @param id of one that is there; null for a new one
     * @param wholeWord of a new one true unless told otherwise
     * @param destroy whether it goes
     */
    record Keyword(
            @Nullable Long id,
            @Nullable String keyword,
            @Nullable Boolean wholeWord,
            @JsonProperty("_destroy") boolean destroy) {

        /** The word or phrase. */
        String clean() {
            return Label.required("keyword", keyword, MAX_LENGTH);
        }
    }

    List<Keyword> keywords() {
        return Objects.requireNonNullElse(keywordsAttributes, List.<Keyword>of()).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * What the filter will be, but for its keywords.
     *
     * @param before what it is, or what a new one is unless told otherwise
     * @throws Invalid when it has no title or applies nowhere
     */
    Filter over(Filter before) {
        List<FilterContext> contexts = context == null
                ? before.context()
                : context.stream().filter(Objects::nonNull).distinct().toList();
        if (contexts.isEmpty()) {
            throw Invalid.field("context", "ERR_BLANK", "can't be blank");
        }
        return new Filter(
                before.id(),
                title == null && !before.title().isEmpty()
                        ? before.title()
                        : Label.required("title", title, MAX_LENGTH),
                contexts,
                expiry(expiresIn, before.expiresAt()),
                Objects.requireNonNullElse(filterAction, before.filterAction()),
                before.keywords(),
                before.statuses());
    }

    /** When it stops: as before where nothing is said, never where that is empty. */
    private static @Nullable Instant expiry(@Nullable String expiresIn, @Nullable Instant before) {
        if (expiresIn == null) {
            return before;
        }
        if (expiresIn.isBlank()) {
            return null;
        }
        return Instant.now().plusSeconds(seconds(expiresIn.strip())).truncatedTo(ChronoUnit.MILLIS);
    }

    private static long seconds(String text) {
        long seconds = DIGITS.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw Invalid.field("expires_in", "ERR_INVALID", "must be between 1 and " + LONGEST_SECONDS);
        }
        return seconds;
    }
}
