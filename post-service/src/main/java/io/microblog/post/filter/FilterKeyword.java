package io.microblog.post.filter;

/**
 * The API's {@code FilterKeyword} (docs.joinmastodon.org/entities/FilterKeyword).
 *
 * @param id decimal
 * @param keyword a word or a phrase
 * @param wholeWord whether it counts only where it stands for itself
 */
public record FilterKeyword(String id, String keyword, boolean wholeWord) {}
