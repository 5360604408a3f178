package io.microblog.kit.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the formats made of chunks have in common. */
final class Streams {

    private static final int PIECE = 8192;

    private Streams() {}

    /** Copies exactly so many bytes. */
    static void copy(InputStream in, OutputStream out, long length) throws IOException {
        long left = length;
        while (left > 0) {
            byte[] piece = in.readNBytes((int) Math.min(PIECE, left));
            if (piece.length == 0) {
                throw new EOFException();
            }
            out.write(piece);
            left -= piece.length;
        }
    }

    /** A chunk's name as the number that stands in the file, first letter first. */
    static int fourLetters(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
