package io.microblog.user.rule;

import java.util.Map;
import java.util.stream.Collectors;

/** The API's {@code Rule}. */
public record RuleResponse(String id, String text, String hint, Map<String, Translated> translations) {

    /** The same in another language. */
    public record Translated(String text, String hint) {}

    static RuleResponse from(Rule rule) {
        return new RuleResponse(
                String.valueOf(rule.id()),
                rule.text(),
                rule.hint(),
                rule.translations().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new Translated(
                                        entry.getValue().text(),
                                        entry.getValue().hint()))));
    }
}
