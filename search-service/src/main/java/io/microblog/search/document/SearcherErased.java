package io.microblog.search.document;

/** Within this service: all that somebody keeps here for themselves is to be deleted. */
public record SearcherErased(long accountId) {}
