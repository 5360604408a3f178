package io.microblog.post.automatic;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rules that are switched on, in memory. They are read anew at the first post after two seconds, so that a change is in
 * force by then on every instance, and at once on the one where it is made.
 */
@Component
class RulesInForce {

    private final AutomaticRuleRows rows;
    private final long refreshNanos;
    private volatile @Nullable Known known;

    RulesInForce(AutomaticRuleRows rows, AutomaticRuleProperties properties) {
        this.rows = rows;
        this.refreshNanos = properties.refreshEvery().toNanos();
    }

    private record Known(List<AutomaticRule> rules, long at) {}

    /** The rules in their order. */
    List<AutomaticRule> rules() {
        Known present = known;
        return present != null && System.nanoTime() - present.at() < refreshNanos ? present.rules() : read();
    }

    /** Whether one of them looks for posts that say nearly the same. */
    boolean compareTexts() {
        return rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .anyMatch(Condition.Duplicates.class::isInstance);
    }

    private synchronized List<AutomaticRule> read() {
        Known present = known;
        if (present != null && System.nanoTime() - present.at() < refreshNanos) {
            return present.rules();
        }
        long now = System.nanoTime();
        List<AutomaticRule> read =
                rows.all().stream().filter(AutomaticRule::enabled).toList();
        known = new Known(read, now);
        return read;
    }

    /** Has them read anew once the running transaction has changed them. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = null;
            }
        });
    }
}
