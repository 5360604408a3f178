package io.microblog.post.automatic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sends to write or change a rule. A change keeps what is left out.
 *
 * @param name for those who moderate
 * @param position of several rules that refuse or hold a post, the first tells its author
 * @param conditions all of them hold of the posts that it catches
 * @param action what happens to these
 * @param text what their author is told; empty for the usual
 * @param enabled whether it is in force; not, unless told so
 * @param version that a change was made to
 */
record AutomaticRuleRequest(
        @Nullable String name,
        @Nullable Integer position,
        @Nullable List<RuleCondition> conditions,
        @Nullable RuleAction action,
        @Nullable String text,
        @Nullable Boolean enabled,
        @Nullable Long version) {

    private static final int NAME_LENGTH = 100;
    private static final int TEXT_LENGTH = 500;
    private static final int MOST_CONDITIONS = 10;
    private static final int HIGHEST_POSITION = 10_000;

    /**
     * A new rule.
     *
     * @throws Invalid naming the fields that cannot be
     */
    AutomaticRule create(long id) {
        return over(new AutomaticRule(id, 0, "", 0, List.of(), RuleAction.REPORT, "", false, Instant.EPOCH));
    }

    /**
     * The rule as it is wished, in its next version.
     *
     * @throws Invalid naming the fields that cannot be
     */
    AutomaticRule over(AutomaticRule before) {
        var problems = Invalid.builder();
        if (before.version() == 0 && action == null) {
            problems.field("action", "ERR_BLANK", "can't be blank");
        }
        int place = Objects.requireNonNullElse(position, before.position());
        if (place < 0 || place > HIGHEST_POSITION) {
            problems.field("position", "ERR_INVALID", "must be between 0 and " + HIGHEST_POSITION);
        }
        AutomaticRule wished = new AutomaticRule(
                before.id(),
                before.version() + 1,
                line("name", Objects.requireNonNullElse(name, before.name()), NAME_LENGTH, problems),
                place,
                conditions == null && before.version() > 0 ? before.conditions() : conditions(problems),
                Objects.requireNonNullElse(action, before.action()),
                line("text", Objects.requireNonNullElse(text, before.text()), TEXT_LENGTH, problems),
                Objects.requireNonNullElse(enabled, before.enabled()),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (wished.name().isEmpty()) {
            problems.field("name", "ERR_BLANK", "can't be blank");
        }
        problems.throwIfAny();
        return wished;
    }

    /**
     * The version that a change was made to.
     *
     * @throws Invalid when it is not named
     */
    long requireVersion() {
        if (version == null) {
            throw Invalid.field("version", "ERR_BLANK", "can't be blank");
        }
        return version;
    }

    private List<Condition> conditions(Invalid.Builder problems) {
        List<RuleCondition> sent = Objects.requireNonNullElse(conditions, List.<RuleCondition>of()).stream()
                .filter(Objects::nonNull)
                .toList();
        if (sent.isEmpty()) {
            problems.field("conditions", "ERR_BLANK", "can't be blank");
        }
        if (sent.size() > MOST_CONDITIONS) {
            problems.field("conditions", "ERR_TOO_MANY", "has more than " + MOST_CONDITIONS + " entries");
            return List.of();
        }
        var read = new ArrayList<Condition>();
        for (int i = 0; i < sent.size(); i++) {
            Optional<Condition> condition = new ConditionReader("conditions[" + i + "]", problems).read(sent.get(i));
            condition.ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    private static String line(String field, String sent, int longest, Invalid.Builder problems) {
        String text = sent.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            problems.field(field, "ERR_TOO_LONG", "is too long (maximum is " + longest + " characters)");
        }
        return text;
    }
}
