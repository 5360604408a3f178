package io.microblog.kit.media;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * @param images one for each frame, in their order
 * @param animation in the first frame; null when nothing moves
 * @param blurhash of the picture
 */
public record ProcessedImage(
        List<EncodedImage> images, @Nullable Animation animation, String blurhash) {}
