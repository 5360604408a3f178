package io.microblog.post.automatic;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A condition as clients send and get it and as it is stored. Which of the others count says its type.
 *
 * @param type words, expression, links, language, account_age, strangers, rate or duplicates
 * @param words words or phrases, one of which is in the post
 * @param whole whether the words count only where they stand for themselves; so unless told otherwise
 * @param expression in the syntax of RE2
 * @param hosts one of which, or of those below, is linked to
 * @param languages ISO 639 codes
 * @param except whether every known language but these is meant
 * @param moreThan strangers named, or other posts of the author
 * @param atLeast other posts that say nearly the same
 * @param lessThanHours age of the account
 * @param withinMinutes in which the author's other posts count
 * @param withinHours in which posts that say nearly the same count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleCondition(
        @Nullable String type,
        @Nullable List<String> words,
        @Nullable Boolean whole,
        @Nullable String expression,
        @Nullable List<String> hosts,
        @Nullable List<String> languages,
        @Nullable Boolean except,
        @Nullable Integer moreThan,
        @Nullable Integer atLeast,
        @Nullable Integer lessThanHours,
        @Nullable Integer withinMinutes,
        @Nullable Integer withinHours) {

    static RuleCondition of(Condition condition) {
        return switch (condition) {
            case Condition.Words c ->
                new RuleCondition("words", c.words(), c.whole(), null, null, null, null, null, null, null, null, null);
            case Condition.Expression c ->
                new RuleCondition(
                        "expression",
                        null,
                        null,
                        c.pattern().pattern(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Condition.Links c ->
                new RuleCondition("links", null, null, null, c.hosts(), null, null, null, null, null, null, null);
            case Condition.Language c ->
                new RuleCondition(
                        "language", null, null, null, null, c.languages(), c.except(), null, null, null, null, null);
            case Condition.AccountAge c ->
                new RuleCondition(
                        "account_age", null, null, null, null, null, null, null, null, c.lessThanHours(), null, null);
            case Condition.Strangers c ->
                new RuleCondition(
                        "strangers", null, null, null, null, null, null, c.moreThan(), null, null, null, null);
            case Condition.Rate c ->
                new RuleCondition(
                        "rate", null, null, null, null, null, null, c.moreThan(), null, null, c.withinMinutes(), null);
            case Condition.Duplicates c ->
                new RuleCondition(
                        "duplicates",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        c.atLeast(),
                        null,
                        null,
                        c.withinHours());
        };
    }
}
