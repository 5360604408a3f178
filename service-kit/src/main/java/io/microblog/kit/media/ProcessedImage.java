package io.microblog.kit.media;

import java.util.List;

/**
 * What became of an upload.
 *
 * @param images one for each frame, in their order
 * @param blurhash of the picture
 */
public record ProcessedImage(List<EncodedImage> images, String blurhash) {}
