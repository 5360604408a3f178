package io.microblog.user.account;

/**
 * Within this service and in the transaction of the change: all that an account holds is to be deleted. Each feature deletes
 * what it keeps of it.
 */
public record AccountErased(long accountId) {}
