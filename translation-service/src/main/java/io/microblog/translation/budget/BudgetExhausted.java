package io.microblog.translation.budget;

import java.time.Duration;

import io.microblog.kit.problem.Unavailable;

/** The month's characters are used up. */
class BudgetExhausted extends Unavailable {

    BudgetExhausted(Duration untilNextMonth) {
        super("The translation budget of this month is used up", untilNextMonth);
    }
}
