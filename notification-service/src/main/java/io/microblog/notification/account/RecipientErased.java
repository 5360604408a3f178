package io.microblog.notification.account;

/** Within this service: all that it keeps for somebody is to be deleted. Each feature does so with what is its own. */
public record RecipientErased(long accountId) {}
