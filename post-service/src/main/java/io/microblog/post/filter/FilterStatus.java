package io.microblog.post.filter;

/**
 * The API's {@code FilterStatus} (docs.joinmastodon.org/entities/FilterStatus): one post, whatever it says.
 *
 * @param id decimal
 * @param statusId the post's, decimal
 */
public record FilterStatus(String id, String statusId) {}
