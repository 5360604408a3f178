package io.microblog.kit.media;

/**
 * What moves, and what is shown of it where nothing is to move.
 *
 * @param moving GIF
 * @param still PNG: what is seen at the beginning
 */
public record Animation(EncodedImage moving, EncodedImage still) {}
