package io.microblog.user.account;

/** Within this service and in the transaction of the change: a closed account was opened again. */
public record AccountReinstated(long accountId) {}
