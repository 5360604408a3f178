package io.microblog.user.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What is wished of a rule; null leaves it as it is.
 *
 * @param translations all that there are to be
 */
record RuleUpdate(
        @Nullable String text,
        @Nullable String hint,
        @Nullable Integer position,
        @Nullable List<Translation> translations) {

    private static final int TEXT_LENGTH = 300;
    private static final int HINT_LENGTH = 1_000;
    private static final int MOST_TRANSLATIONS = 100;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** The rule in another language. */
    record Translation(
            @Nullable String language,
            @Nullable String text,
            @Nullable String hint) {}

    /**
     * The rule as it is wished.
     *
     * @throws Invalid naming the fields that cannot be
     */
    Rule applyTo(Rule rule) {
        var problems = Invalid.builder();
        Rule wished = new Rule(
                rule.id(),
                Objects.requireNonNullElse(position, rule.position()),
                Objects.requireNonNullElse(text, rule.text()).strip(),
                Objects.requireNonNullElse(hint, rule.hint()).strip(),
                translations == null ? rule.translations() : translated(translations, problems));
        check("text", wished.text(), wished.hint(), problems);
        problems.throwIfAny();
        return wished;
    }

    private static Map<String, Rule.Translation> translated(List<Translation> wished, Invalid.Builder problems) {
        if (wished.size() > MOST_TRANSLATIONS) {
            problems.field("translations", "ERR_TOO_MANY", "has more than " + MOST_TRANSLATIONS + " entries");
        }
        var all = new TreeMap<String, Rule.Translation>();
        for (Translation translation : wished) {
            String language =
                    Objects.requireNonNullElse(translation.language(), "").strip();
            String text = Objects.requireNonNullElse(translation.text(), "").strip();
            String hint = Objects.requireNonNullElse(translation.hint(), "").strip();
            Locale locale = Locale.forLanguageTag(language);
            if (!LANGUAGES.contains(locale.getLanguage())
                    || !locale.toLanguageTag().equals(language)) {
                problems.field("translations", "ERR_INVALID", "have a language that is none: " + language);
            }
            check("translations", text, hint, problems);
            all.put(language, new Rule.Translation(text, hint));
        }
        return all;
    }

    private static void check(String field, String text, String hint, Invalid.Builder problems) {
        if (text.isEmpty()) {
            problems.field(field, "ERR_BLANK", "can't be blank");
        }
        if (text.length() > TEXT_LENGTH) {
            problems.field(field, "ERR_TOO_LONG", "is too long (maximum is " + TEXT_LENGTH + " characters)");
        }
        if (hint.length() > HINT_LENGTH) {
            problems.field("hint", "ERR_TOO_LONG", "is too long (maximum is " + HINT_LENGTH + " characters)");
        }
    }
}
