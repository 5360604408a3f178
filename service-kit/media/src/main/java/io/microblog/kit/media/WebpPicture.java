package io.microblog.kit.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the header of a picture in a WebP file says of its size. */
record WebpPicture(int width, int height) {

    static final int LOSSY = Streams.fourLetters("VP8 ");
    static final int LOSSLESS = Streams.fourLetters("VP8L");
    static final int HEADER_BYTES = 10;

    private static final int MASK = 0x3FFF;

    /** @throws MalformedImage when the chunk is none of a picture */
    static WebpPicture read(int chunk, byte[] header) throws IOException {
        if (header.length < HEADER_BYTES) {
            throw new EOFException();
        }
        ByteBuffer data = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        if (chunk == LOSSY) {
            return new WebpPicture(data.getShort(6) & MASK, data.getShort(8) & MASK);
        }
        if (chunk == LOSSLESS) {
            int bits = data.getInt(1);
            return new WebpPicture((bits & MASK) + 1, ((bits >> 14) & MASK) + 1);
        }
        throw new MalformedImage("is not a valid WebP file");
    }
}
