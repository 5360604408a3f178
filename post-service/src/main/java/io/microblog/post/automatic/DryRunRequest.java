package io.microblog.post.automatic;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule to be tried.
 *
 * @param ruleId one that is saved; then the others count as not given
 * @param conditions of one that is not saved
 * @param action likewise; what it is decides whether direct posts are looked at
 */
record DryRunRequest(
        @Nullable Long ruleId,
        @Nullable List<RuleCondition> conditions,
        @Nullable RuleAction action) {

    /**
     * The rule that is not saved.
     *
     * @throws io.microblog.kit.problem.Invalid naming the fields that cannot be
     */
    AutomaticRule rule() {
        return new AutomaticRuleRequest("Dry run", null, conditions, action, null, null, null).create(0);
    }
}
