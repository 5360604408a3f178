package io.microblog.user.account;

/** Within this service and in the transaction of the change: an account no longer wants to be asked by followers. */
public record AccountUnlocked(long accountId) {}
