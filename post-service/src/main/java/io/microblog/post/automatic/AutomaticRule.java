package io.microblog.post.automatic;

import java.time.Instant;
import java.util.List;

import io.microblog.event.Visibility;

/**
 * A rule.
 *
 * @param version grows with each change
 * @param position of several rules that refuse or hold a post, the first tells its author
 * @param conditions all of them hold of the posts that it catches
 * @param text what the author is told; empty for the usual
 */
record AutomaticRule(
        long id,
        long version,
        String name,
        int position,
        List<Condition> conditions,
        RuleAction action,
        String text,
        boolean enabled,
        Instant updatedAt) {

    /**
     * Whether it looks at a post at all. Nobody and nothing reads what people write to each other; whether somebody sends the
     * same to many, or to strangers, is all that is looked at there.
     */
    boolean looksAt(JudgedPost post) {
        return post.visibility() != Visibility.DIRECT || looksAtDirect();
    }

    private boolean looksAtDirect() {
        return action != RuleAction.LIMIT
                && conditions.stream().allMatch(Condition.OfSurroundings.class::isInstance)
                && conditions.stream()
                        .anyMatch(condition ->
                                condition instanceof Condition.Strangers || condition instanceof Condition.Duplicates);
    }

    /** Whether the posts that it catches show all that is not to be looked up. */
    boolean fits(JudgedPost post) {
        return conditions.stream()
                .allMatch(condition -> !(condition instanceof Condition.OfText text) || text.holds(post));
    }

    /** What has to be looked up. */
    List<Condition.OfSurroundings> surroundings() {
        return conditions.stream()
                .filter(Condition.OfSurroundings.class::isInstance)
                .map(Condition.OfSurroundings.class::cast)
                .toList();
    }
}
