package io.microblog.search.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a query demands besides its words. What looks like an operator and is none, or has no sensible value, is a word.
 *
 * @param words the rest, also those in quotation marks
 * @param phrases what must stand in a post as it is quoted
 * @param excluded words and phrases that must not
 * @param from the author's user name, or {@code me}
 * @param notFrom user names of people who must not be the author, or {@code me}
 * @param language ISO 639 code
 * @param notLanguages languages that posts must not be in
 * @param since from when on
 * @param until before when
 * @param traits what posts must have or be, as they are indexed by
 * @param without what they must not have or be
 * @param place where to look, null when nothing is said
 */
record Operators(
        String words,
        List<String> phrases,
        List<String> excluded,
        @Nullable String from,
        Set<String> notFrom,
        @Nullable String language,
        Set<String> notLanguages,
        @Nullable Instant since,
        @Nullable Instant until,
        Set<String> traits,
        Set<String> without,
        @Nullable Place place) {

    /** Where to look for posts. */
    enum Place {
        /** Among all that the reader may find. */
        ALL,
        /** Among those that everybody may find. */
        PUBLIC,
        /** Among what the reader wrote, is named in, boosted, favourited or bookmarked. */
        LIBRARY
    }

    private static final Pattern TOKEN = Pattern.compile("-?\"[^\"]*\"|\\S+");
    private static final Pattern USERNAME = Pattern.compile("@?([A-Za-z0-9_]{1,30})");
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})");
    private static final Pattern EXCLUDED = Pattern.compile("-[\\p{L}\\p{N}].*");

    private static final Set<String> HAD = Set.of("link", "media", "image", "video", "audio", "poll");
    private static final Set<String> BEEN = Set.of("reply", "sensitive");
    private static final Map<String, Place> PLACES =
            Map.of("all", Place.ALL, "public", Place.PUBLIC, "library", Place.LIBRARY);

    static Operators in(String text) {
        Reading reading = new Reading();
        TOKEN.matcher(text).results().map(MatchResult::group).forEach(reading::take);
        return reading.operators();
    }

    /** Whether anything but words is demanded, which only posts can fulfil. */
    boolean narrow() {
        return from != null
                || language != null
                || !notFrom.isEmpty()
                || !notLanguages.isEmpty()
                || since != null
                || until != null
                || place != null
                || !traits.isEmpty()
                || !without.isEmpty()
                || !excluded.isEmpty();
    }

    private static final class Reading {

        private final List<String> words = new ArrayList<>();
        private final List<String> phrases = new ArrayList<>();
        private final List<String> excluded = new ArrayList<>();
        private @Nullable String from;
        private final Set<String> notFrom = new LinkedHashSet<>();
        private @Nullable String language;
        private final Set<String> notLanguages = new LinkedHashSet<>();
        private @Nullable Instant since;
        private @Nullable Instant until;
        private final Set<String> traits = new LinkedHashSet<>();
        private final Set<String> without = new LinkedHashSet<>();
        private @Nullable Place place;

        private void take(String token) {
            if (token.length() > 2 && token.startsWith("\"") && token.endsWith("\"")) {
                phrases.add(unquoted(token));
                words.add(unquoted(token));
            } else if (!isOperator(token)) {
                takeWord(token);
            }
        }

        private void takeWord(String token) {
            if (EXCLUDED.matcher(token).matches() || (token.startsWith("-\"") && token.endsWith("\""))) {
                excluded.add(unquoted(token.substring(1)));
            } else {
                words.add(token);
            }
        }

        private static String unquoted(String token) {
            return token.replace("\"", " ").strip();
        }

        private boolean isOperator(String token) {
            int colon = token.indexOf(':');
            if (colon < 0) {
                return false;
            }
            String value = token.substring(colon + 1);
            return switch (token.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "from" -> read(USERNAME, value, name -> from = name);
                case "-from" -> read(USERNAME, value, notFrom::add);
                case "language" -> read(LANGUAGE, value, code -> language = code);
                case "-language" -> read(LANGUAGE, value, notLanguages::add);
                case "before" -> day(value).map(day -> between(null, day)).orElse(false);
                case "after" ->
                    day(value).map(day -> between(day.plusDays(1), null)).orElse(false);
                case "during" ->
                    day(value).map(day -> between(day, day.plusDays(1))).orElse(false);
                case "has", "is" -> isTrait(token, traits);
                case "-has", "-is" -> isTrait(token.substring(1), without);
                case "in" -> isPlace(value);
                default -> false;
            };
        }

        /** Takes what the pattern's group has of the value; false when the value is none. */
        private static boolean read(Pattern pattern, String value, Consumer<String> taker) {
            Matcher matcher = pattern.matcher(value);
            boolean is = matcher.matches();
            if (is) {
                taker.accept(matcher.group(1).toLowerCase(Locale.ROOT));
            }
            return is;
        }

        private static boolean isTrait(String token, Set<String> demanded) {
            String[] both = token.toLowerCase(Locale.ROOT).split(":", 2);
            Set<String> known = switch (both[0]) {
                case "has" -> HAD;
                case "is" -> BEEN;
                default -> Set.of();
            };
            boolean is = both.length == 2 && known.contains(both[1]);
            if (is) {
                demanded.add(both[1]);
            }
            return is;
        }

        private boolean isPlace(String value) {
            Place named = PLACES.get(value.toLowerCase(Locale.ROOT));
            place = named == null ? place : named;
            return named != null;
        }

        private boolean between(@Nullable LocalDate first, @Nullable LocalDate end) {
            since = first == null ? since : first.atStartOfDay(ZoneOffset.UTC).toInstant();
            until = end == null ? until : end.atStartOfDay(ZoneOffset.UTC).toInstant();
            return true;
        }

        private static Optional<LocalDate> day(String value) {
            try {
                return Optional.of(LocalDate.parse(value));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private Operators operators() {
            return new Operators(
                    String.join(" ", words),
                    List.copyOf(phrases),
                    List.copyOf(excluded),
                    from,
                    Set.copyOf(notFrom),
                    language,
                    Set.copyOf(notLanguages),
                    since,
                    until,
                    Set.copyOf(traits),
                    Set.copyOf(without),
                    place);
        }
    }
}
