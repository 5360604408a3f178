package io.microblog.notification.mail.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was sent lately.
 *
 * @param limit mails in 24 hours, 0 for any number
 * @param sent in the last 24 hours
 * @param sentLastHour the last hour's part of them
 * @param waiting how many are due by tomorrow
 */
record Spending(long limit, long sent, long sentLastHour, long waiting) {

    private static final int HOURS = 24;

    BudgetLevel level() {
        if (limit == 0 || sent * 5 < limit * 4) {
            return BudgetLevel.AMPLE;
        }
        return sent < limit ? BudgetLevel.LOW : BudgetLevel.SPENT;
    }

    /** How many mails the next 24 hours will take, if they go on like the last one and what waits is due in them. */
    long forecast() {
        return sentLastHour * HOURS + waiting;
    }

    /** When nothing is left, if that comes within 24 hours at the pace of the last one. */
    Optional<Instant> spentAt(Instant now) {
        if (limit == 0 || sentLastHour == 0) {
            return Optional.empty();
        }
        Duration left =
                Duration.ofHours(1).multipliedBy(Math.max(0, limit - sent)).dividedBy(sentLastHour);
        return left.compareTo(Duration.ofHours(HOURS)) > 0 ? Optional.empty() : Optional.of(now.plus(left));
    }
}
