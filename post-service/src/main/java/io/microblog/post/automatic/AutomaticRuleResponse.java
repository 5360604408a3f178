package io.microblog.post.automatic;

import java.time.Instant;
import java.util.List;

/**
 * A rule for those who write them.
 *
 * @param version a change names it
 * @param position of several rules that refuse or hold a post, the first tells its author
 * @param conditions all of them hold of the posts that it catches
 * @param text what the author is told; empty for the usual
 * @param enabled whether it is in force
 */
record AutomaticRuleResponse(
        String id,
        long version,
        String name,
        int position,
        List<RuleCondition> conditions,
        RuleAction action,
        String text,
        boolean enabled,
        Instant updatedAt) {

    static AutomaticRuleResponse from(AutomaticRule rule) {
        return new AutomaticRuleResponse(
                Long.toString(rule.id()),
                rule.version(),
                rule.name(),
                rule.position(),
                rule.conditions().stream().map(RuleCondition::of).toList(),
                rule.action(),
                rule.text(),
                rule.enabled(),
                rule.updatedAt());
    }
}
