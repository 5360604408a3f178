package io.microblog.post.automatic;

import java.util.List;
import java.util.Optional;

import io.microblog.event.Visibility;

/** What rules have to say of a post that may be published. */
public final class RuleVerdict {

    private final JudgedPost post;
    private final List<AutomaticRule> rules;

    RuleVerdict(JudgedPost post, List<AutomaticRule> rules) {
        this.post = post;
        this.rules = List.copyOf(rules);
    }

    /** The rule for which it waits for a moderator. */
    public Optional<Long> heldBy() {
        return first(RuleAction.HOLD).map(AutomaticRule::id);
    }

    /** Whether it is kept from those who do not look for it. */
    public boolean isLimited() {
        return first(RuleAction.LIMIT).isPresent();
    }

    /** Who may see it at most, if its author wants this. */
    public Visibility within(Visibility wanted) {
        return isLimited() && wanted == Visibility.PUBLIC ? Visibility.UNLISTED : wanted;
    }

    JudgedPost post() {
        return post;
    }

    /** Those that catch it. */
    List<AutomaticRule> rules() {
        return rules;
    }

    Optional<AutomaticRule> first(RuleAction action) {
        return rules.stream().filter(rule -> rule.action() == action).findFirst();
    }
}
