package io.microblog.internal;

/**
 * One of those of which there was most.
 *
 * @param key what it is, as {@code es} of languages
 * @param count how many there were
 */
public record RankedFigure(String key, long count) {}
