package io.microblog.kit.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of an account, which change too often to be part of its state.
 *
 * @param followers people who follow it
 * @param following people it follows
 * @param statuses posts that others may see
 * @param lastStatusAt the UTC day of the newest of them, null when there is none
 */
public record AccountCounts(
        long followers,
        long following,
        long statuses,
        @Nullable LocalDate lastStatusAt) {

    /** Nobody and nothing. */
    public static final AccountCounts NONE = new AccountCounts(0, 0, 0, null);
}
