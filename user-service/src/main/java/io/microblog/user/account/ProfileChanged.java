package io.microblog.user.account;

/** Within this service and in the transaction of the change: somebody has changed a profile. */
public record ProfileChanged(long accountId) {}
