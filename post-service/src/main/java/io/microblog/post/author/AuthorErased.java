package io.microblog.post.author;

/** Within this service and in the transaction that hears of it: all that somebody has here is to be deleted. */
public record AuthorErased(long accountId) {}
