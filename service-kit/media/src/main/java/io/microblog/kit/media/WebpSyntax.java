package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** WebP (RFC 9649): RIFF chunks. Kept are the pictures with their transparency and the colour profile. */
final class WebpSyntax implements ImageSyntax {

    private static final int HEADER_BYTES = 12;

    @Override
    public ImageFacts copy(DataInputStream in, OutputStream out) throws IOException {
        out.write(in.readNBytes(HEADER_BYTES));
        return new WebpCopy(in, out).run();
    }

    @Override
    public void project(DataInputStream in, Screen screen) throws IOException {
        byte[] head = in.readNBytes(HEADER_BYTES);
        new WebpCopy(in, OutputStream.nullOutputStream()).project(head, screen);
    }

    /** The length of what follows it stands at the beginning. */
    @Override
    public void seal(ByteBuffer copy) {
        copy.putInt(Integer.BYTES, Integer.reverseBytes(copy.limit() - 2 * Integer.BYTES));
    }
}
