package io.microblog.post.automatic;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.microblog.kit.problem.Invalid;
import io.microblog.post.filter.FoldedText;
import org.jspecify.annotations.Nullable;

/** Reads a condition and notes what is wrong with it, by the names of its fields. */
final class ConditionReader {

    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_EXPRESSION = 500;

    /** Instructions that RE2 makes of an expression: the time for a text is bounded by its length times these. */
    private static final int LARGEST_PROGRAM = 500;

    private final String field;
    private final Invalid.Builder problems;

    /** @param field what the condition is called in the request */
    ConditionReader(String field, Invalid.Builder problems) {
        this.field = field;
        this.problems = problems;
    }

    /** The condition; empty when something is wrong with it, which is noted. */
    Optional<Condition> read(RuleCondition sent) {
        int before = problems.isEmpty() ? 0 : problems.build().details().size();
        Condition condition = switch (Objects.requireNonNullElse(sent.type(), "")) {
            case "words" ->
                new Condition.Words(
                        entries("words", sent.words(), LONGEST_WORD, ConditionReader::word),
                        !Boolean.FALSE.equals(sent.whole()));
            case "expression" -> expression(sent.expression());
            case "links" -> new Condition.Links(entries("hosts", sent.hosts(), LONGEST_HOST, ConditionReader::host));
            case "language" ->
                new Condition.Language(
                        entries(
                                "languages",
                                sent.languages(),
                                3,
                                code -> code.strip().toLowerCase(Locale.ROOT)),
                        Boolean.TRUE.equals(sent.except()));
            case "account_age" ->
                new Condition.AccountAge(number("less_than_hours", sent.lessThanHours(), 1, 24 * 365));
            case "strangers" -> new Condition.Strangers(number("more_than", sent.moreThan(), 0, 100));
            case "rate" ->
                new Condition.Rate(
                        number("more_than", sent.moreThan(), 0, 1000),
                        number("within_minutes", sent.withinMinutes(), 1, 24 * 60));
            case "duplicates" ->
                new Condition.Duplicates(
                        number("at_least", sent.atLeast(), 1, 100),
                        number("within_hours", sent.withinHours(), 1, Prints.LONGEST_WINDOW_HOURS));
            default -> {
                wrong("type", "ERR_INCLUSION", "is not included in the list");
                yield null;
            }
        };
        boolean fine = problems.isEmpty() || problems.build().details().size() == before;
        return fine ? Optional.ofNullable(condition) : Optional.empty();
    }

    private List<String> entries(
            String name, @Nullable List<String> sent, int longest, UnaryOperator<String> normalised) {
        List<String> entries = Objects.requireNonNullElse(sent, List.<String>of()).stream()
                .filter(Objects::nonNull)
                .map(normalised)
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .toList();
        if (entries.isEmpty()) {
            wrong(name, "ERR_BLANK", "can't be blank");
        }
        if (entries.size() > MOST_ENTRIES) {
            wrong(name, "ERR_TOO_MANY", "has more than " + MOST_ENTRIES + " entries");
        }
        if (entries.stream().anyMatch(entry -> entry.length() > longest)) {
            wrong(name, "ERR_TOO_LONG", "has an entry of more than " + longest + " characters");
        }
        return entries;
    }

    private @Nullable Condition expression(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            wrong("expression", "ERR_BLANK", "can't be blank");
            return null;
        }
        if (sent.length() > LONGEST_EXPRESSION) {
            wrong("expression", "ERR_TOO_LONG", "is too long (maximum is " + LONGEST_EXPRESSION + " characters)");
            return null;
        }
        try {
            Pattern pattern = Pattern.compile(sent);
            if (pattern.programSize() > LARGEST_PROGRAM) {
                wrong("expression", "ERR_TOO_LARGE", "repeats too much");
            }
            return new Condition.Expression(pattern);
        } catch (PatternSyntaxException malformed) {
            wrong("expression", "ERR_INVALID", "is malformed: " + malformed.getDescription());
            return null;
        }
    }

    /** What is left of a word that is more than blanks. */
    private static String word(String sent) {
        return FoldedText.of(sent).isEmpty() ? "" : sent.strip();
    }

    /** A host as the domain name system has it; what is none is left empty. */
    static String host(String sent) {
        try {
            String host = IDN.toASCII(sent.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return host.replaceFirst("^\\.+", "").replaceFirst("\\.+$", "");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private int number(String name, @Nullable Integer sent, int least, int most) {
        if (sent == null || sent < least || sent > most) {
            wrong(name, "ERR_INVALID", "must be between %d and %d".formatted(least, most));
            return least;
        }
        return sent;
    }

    private void wrong(String name, String error, String description) {
        problems.field(field + "[" + name + "]", error, description);
    }
}
