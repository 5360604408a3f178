package io.microblog.local.sandbox.http;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is to fail.
 *
 * @param times how many calls it hits before the sandbox heals itself; 0 is until changed
 * @param retryAfter sent with {@link Kind#STATUS_429}
 * @param match only calls with a recipient (mail), a text (translation) or an endpoint (push) in which this is found are hit
 * @param readsToo whether it hits the calls that only read, too
 */
public record Fault(
        Kind kind, int times, Duration retryAfter, @Nullable Pattern match, boolean readsToo) {

    /** What goes wrong. */
    public enum Kind {
        NONE,
        /** Nothing done, status 404. */
        STATUS_404,
        /** Nothing done, status 410. */
        STATUS_410,
        /** Nothing done, status 413. */
        STATUS_413,
        /** Nothing done, status 500. */
        STATUS_500,
        /** Nothing done, status 429 with {@code Retry-After}. */
        STATUS_429,
        /** Nothing done and no answer; the connection is closed after 120 s. */
        TIMEOUT,
        /** The matching items of a batch fail, without a match every second one. */
        PARTIAL,
        /** All done, then the connection is closed without an answer. */
        LOST_REPLY,
        /** Nothing done, status 200 with a body that is not JSON. */
        GARBAGE;

        /** The name on the wire: {@code status-500}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Fault none() {
        return of(Kind.NONE);
    }

    /** @param kind one that needs nothing more to be said */
    public static Fault of(Kind kind) {
        return new Fault(kind, 0, Duration.ofSeconds(1), null, false);
    }

    public static Fault status500() {
        return of(Kind.STATUS_500);
    }

    public static Fault status429(Duration retryAfter) {
        return new Fault(Kind.STATUS_429, 0, retryAfter, null, false);
    }

    public static Fault timeout() {
        return of(Kind.TIMEOUT);
    }

    public static Fault partial() {
        return of(Kind.PARTIAL);
    }

    public static Fault lostReply() {
        return of(Kind.LOST_REPLY);
    }

    public static Fault garbage() {
        return of(Kind.GARBAGE);
    }

    /** The same fault for so many calls; 0 is until changed. */
    public Fault times(int calls) {
        return new Fault(kind, calls, retryAfter, match, readsToo);
    }

    /** The same fault for recipients or texts in which the regular expression is found. */
    public Fault matching(String regex) {
        return new Fault(kind, times, retryAfter, Pattern.compile(regex), readsToo);
    }

    /** The same fault for calls that only read, too. A match never holds for those that have no recipient or text. */
    public Fault everywhere() {
        return new Fault(kind, times, retryAfter, match, true);
    }

    /**
     * Whether an item of a batch is to fail.
     *
     * @param index its place, from 0
     * @param subjects its recipients or its text
     */
    public boolean spoils(int index, Collection<String> subjects) {
        return kind == Kind.PARTIAL && (match == null ? index % 2 == 1 : concerns(subjects));
    }

    boolean concerns(Collection<String> subjects) {
        var pattern = match;
        return pattern == null
                || subjects.stream()
                        .anyMatch(subject -> pattern.matcher(subject).find());
    }
}
