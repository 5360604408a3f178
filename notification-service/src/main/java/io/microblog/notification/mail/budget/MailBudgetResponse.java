package io.microblog.notification.mail.budget;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How much is left of the mails that the server may send in 24 hours.
 *
 * @param limit null for any number
 * @param sent in the last 24 hours
 * @param sentLastHour the last hour's part of them
 * @param waiting how many are due by tomorrow
 * @param forecast how many the next 24 hours will take at the pace of the last one
 * @param spentAt when nothing will be left at that pace, null when that is further away than a day
 */
record MailBudgetResponse(
        @Nullable Long limit,
        long sent,
        long sentLastHour,
        long waiting,
        long forecast,
        BudgetLevel level,
        @Nullable Instant spentAt) {

    static MailBudgetResponse from(Spending spending, Instant now) {
        return new MailBudgetResponse(
                spending.limit() == 0 ? null : spending.limit(),
                spending.sent(),
                spending.sentLastHour(),
                spending.waiting(),
                spending.forecast(),
                spending.level(),
                spending.spentAt(now).orElse(null));
    }
}
