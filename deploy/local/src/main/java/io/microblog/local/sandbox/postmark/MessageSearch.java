package io.microblog.local.sandbox.postmark;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The query of {@code GET /messages/outbound}.
 *
 * @param offset how many matches to pass over
 * @param count how many to show after them, at most 500
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Messages API</a>
 */
record MessageSearch(int offset, int count, Predicate<SentMessage> filter) {

    private static final int MAX_COUNT = 500;
    private static final int MAX_REACH = 10_000;
    private static final String METADATA = "metadata_";
    private static final Set<String> STATUSES_OF_SENT = Set.of("sent", "processed");

    /** Postmark reads times without an offset as Eastern Time. */
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    /** Reads the query; an impossible one ends the call. */
    static MessageSearch of(Call call) {
        var count = number(call, "count");
        var offset = number(call, "offset");
        if (count > MAX_COUNT || count + offset > MAX_REACH) {
            throw bad("'count' is at most " + MAX_COUNT + ", with 'offset' at most " + MAX_REACH + ".");
        }
        Predicate<SentMessage> filter = _ -> true;
        for (var parameter : call.query().entrySet()) {
            var value = parameter.getValue().getFirst();
            if (!value.isEmpty()) {
                filter = filter.and(condition(parameter.getKey(), value));
            }
        }
        return new MessageSearch(offset, count, filter);
    }

    private static Predicate<SentMessage> condition(String name, String value) {
        return switch (name) {
            case "recipient" -> message -> message.isTo(value);
            case "fromemail" -> message -> message.from().is(value);
            case "tag" -> message -> value.equals(message.tag());
            case "subject" -> message -> lower(message.subject()).contains(lower(value));
            case "messagestream" -> message -> value.equals(message.messageStream());
            case "status" -> _ -> STATUSES_OF_SENT.contains(lower(value));
            case "fromdate" -> after(instant(value, LocalTime.MIN));
            case "todate" -> after(instant(value, LocalTime.MAX)).negate();
            default -> name.startsWith(METADATA) ? metadata(name.substring(METADATA.length()), value) : _ -> true;
        };
    }

    private static Predicate<SentMessage> metadata(String name, String value) {
        return message -> value.equals(message.metadata().get(name));
    }

    private static Predicate<SentMessage> after(Instant from) {
        return message -> message.receivedAt().isAfter(from);
    }

    private static Instant instant(String text, LocalTime timeOfDay) {
        try {
            if (text.length() == "2021-01-01".length()) {
                return LocalDate.parse(text).atTime(timeOfDay).atZone(EASTERN).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(EASTERN).toInstant();
        } catch (DateTimeException e) {
            throw bad("'" + text + "' is not a date such as 2021-01-01 or 2021-01-01T12:00:00.");
        }
    }

    private static int number(Call call, String name) {
        var text = call.query(name);
        if (text == null || !text.matches("\\d{1,6}")) {
            throw bad("'" + name + "' is missing or not a number.");
        }
        return Integer.parseInt(text);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static Refused bad(String message) {
        return new Refused(PostmarkReplies.badQuery(message));
    }
}
