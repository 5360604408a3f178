package io.microblog.post.poll;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.Label;
import io.microblog.kit.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to ask something in a post. The limits are those that the instance announces.
 *
 * @param options what one may vote for
 * @param expiresIn seconds until it ends
 * @param multiple whether one may vote for several
 * @param hideTotals whether the numbers stay hidden until it ends
 */
public record PollRequest(
        @Nullable List<@Nullable String> options,
        @Nullable Long expiresIn,
        @Nullable Boolean multiple,
        @Nullable Boolean hideTotals) {

    private static final String OPTIONS = "poll.options";
    private static final int MIN_OPTIONS = 2;
    private static final int MAX_OPTIONS = 4;
    private static final int MAX_CHARACTERS = 50;

    /** A character may be made of any number of marks. */
    private static final int MAX_BYTES = 2_048;

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(31);

    /** Whether it asks nothing: clients send empty fields for posts without a poll. */
    public boolean isEmpty() {
        return expiresIn == null && cleaned().stream().allMatch(String::isEmpty);
    }

    /** The poll; what cannot be accepted is added to {@code invalid}, and then it must not be used. */
    public NewPoll read(Invalid.Builder invalid) {
        List<String> cleaned = cleaned();
        checkOptions(cleaned, invalid);
        Duration duration = Duration.ofSeconds(Objects.requireNonNullElse(expiresIn, 0L));
        if (expiresIn == null) {
            invalid.field("poll.expires_in", "ERR_BLANK", "can't be blank");
        } else if (duration.compareTo(SHORTEST) < 0) {
            invalid.field("poll.expires_in", "ERR_INVALID", "is too short");
        } else if (duration.compareTo(LONGEST) > 0) {
            invalid.field("poll.expires_in", "ERR_INVALID", "is too long");
        }
        return new NewPoll(cleaned, duration, Boolean.TRUE.equals(multiple), Boolean.TRUE.equals(hideTotals));
    }

    /** The options so far, which need not be enough; what can never be accepted is added to {@code invalid}. */
    public List<String> unfinished(Invalid.Builder invalid) {
        List<String> cleaned = cleaned();
        if (cleaned.size() > MAX_OPTIONS) {
            invalid.field(OPTIONS, "ERR_TOO_LONG", "can't contain more than %d items".formatted(MAX_OPTIONS));
        } else if (cleaned.stream().anyMatch(option -> VisibleText.size(option) > MAX_BYTES)) {
            invalid.field(OPTIONS, "ERR_TOO_LARGE", "can't be larger than %d bytes each".formatted(MAX_BYTES));
        }
        return cleaned;
    }

    private static void checkOptions(List<String> cleaned, Invalid.Builder invalid) {
        if (cleaned.size() < MIN_OPTIONS) {
            invalid.field(OPTIONS, "ERR_TOO_SHORT", "must have more than one item");
        } else if (cleaned.size() > MAX_OPTIONS) {
            invalid.field(OPTIONS, "ERR_TOO_LONG", "can't contain more than %d items".formatted(MAX_OPTIONS));
        } else if (cleaned.stream().anyMatch(String::isEmpty)) {
            invalid.field(OPTIONS, "ERR_BLANK", "can't contain empty items");
        } else if (cleaned.stream().anyMatch(option -> VisibleText.size(option) > MAX_BYTES)) {
            invalid.field(OPTIONS, "ERR_TOO_LARGE", "can't be larger than %d bytes each".formatted(MAX_BYTES));
        } else if (cleaned.stream().anyMatch(PollRequest::isTooLong)) {
            invalid.field(OPTIONS, "ERR_TOO_LONG", "can't be longer than %d characters each".formatted(MAX_CHARACTERS));
        } else if (new HashSet<>(cleaned).size() < cleaned.size()) {
            invalid.field(OPTIONS, "ERR_DUPLICATE", "can't contain duplicate items");
        }
    }

    private static boolean isTooLong(String option) {
        return VisibleText.length(option) > MAX_CHARACTERS;
    }

    private List<String> cleaned() {
        return options == null
                ? List.of()
                : options.stream()
                        .map(option -> Label.clean(Objects.requireNonNullElse(option, "")))
                        .toList();
    }
}
