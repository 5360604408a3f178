package io.microblog.translation.cache;

/**
 * A post's text that is wanted in another language.
 *
 * @param version of the post when the text was read
 * @param text what it says
 * @param target the provider's code of the language wanted
 */
public record Wanted(long postId, long version, TextKey text, String target) {}
