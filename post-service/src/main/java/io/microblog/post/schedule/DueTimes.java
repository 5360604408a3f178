package io.microblog.post.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads when a post is to be published. A time without a zone is refused, since nobody knows which one was meant. */
@Component
public class DueTimes {

    private static final String FIELD = "scheduled_at";

    private static final DateTimeFormatter WITH_ZONE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ScheduleProperties limits;

    DueTimes(ScheduleProperties limits) {
        this.limits = limits;
    }

    /**
     * When a client wants a new post to be published.
     *
     * @return empty for a time that has passed: then it is due at once
     * @throws Invalid when it is no time, or too early or too late for waiting
     */
    public Optional<Instant> ahead(@Nullable String text) {
        Instant due = parse(text);
        return due.isAfter(Instant.now()) ? Optional.of(within(due)) : Optional.empty();
    }

    /**
     * When a client wants a scheduled post to be published.
     *
     * @throws Invalid when it is none, too early or too late
     */
    Instant read(@Nullable String text) {
        return within(parse(text));
    }

    private Instant within(Instant due) {
        Instant now = Instant.now();
        if (due.isBefore(now.plus(limits.earliest()))) {
            throw Invalid.field(FIELD, "ERR_INVALID", "must be at least %s ahead".formatted(shown(limits.earliest())))
                    .withCode("scheduled-too-soon");
        }
        if (due.isAfter(now.plus(limits.latest()))) {
            throw Invalid.field(FIELD, "ERR_INVALID", "can't be more than %s ahead".formatted(shown(limits.latest())))
                    .withCode("scheduled-too-late");
        }
        return due.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Invalid.field(FIELD, "ERR_BLANK", "can't be blank");
        }
        try {
            return OffsetDateTime.parse(text.strip(), WITH_ZONE).toInstant();
        } catch (DateTimeParseException _) {
            throw Invalid.field(FIELD, "ERR_INVALID", "is not a date and time with a time zone");
        }
    }

    private static String shown(Duration duration) {
        return duration.toDays() > 0 ? duration.toDays() + " days" : duration.toMinutes() + " minutes";
    }
}
