package io.microblog.kit.media;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of its picture, read without decoding it.
 *
 * @param format told by the bytes
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param bytesPerPixel of the decoded picture
 * @param orientation how it is to be turned, as Exif numbers it; 1 is upright
 * @param profile the ICC profile where the decoder does not apply it itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ImageFacts(
        ImageFormat format, int width, int height, int bytesPerPixel, int orientation, byte @Nullable [] profile) {

    long pixels() {
        return (long) width * height;
    }
}
