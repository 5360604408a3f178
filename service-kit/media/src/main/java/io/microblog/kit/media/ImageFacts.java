package io.microblog.kit.media;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of its picture, read without decoding it.
 *
 * @param format told by the bytes
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param bytesPerPixel of the decoded picture
 * @param nativeBytes that the decoder takes beside the heap
 * @param orientation how it is to be turned, as Exif numbers it; 1 is upright
 * @param profile the ICC profile where the decoder does not apply it itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ImageFacts(
        ImageFormat format,
        int width,
        int height,
        int bytesPerPixel,
        long nativeBytes,
        int orientation,
        byte @Nullable [] profile) {

    /** Of an upright picture in the standard colours. */
    static ImageFacts of(ImageFormat format, int width, int height, int bytesPerPixel) {
        return new ImageFacts(format, width, height, bytesPerPixel, 0, ExifOrientation.UPRIGHT, null);
    }

    ImageFacts turned(int to) {
        return new ImageFacts(format, width, height, bytesPerPixel, nativeBytes, to, profile);
    }

    ImageFacts coloured(byte @Nullable [] by) {
        return new ImageFacts(format, width, height, bytesPerPixel, nativeBytes, orientation, by);
    }

    ImageFacts keeping(long beside) {
        return new ImageFacts(format, width, height, bytesPerPixel, beside, orientation, profile);
    }

    long pixels() {
        return (long) width * height;
    }
}
