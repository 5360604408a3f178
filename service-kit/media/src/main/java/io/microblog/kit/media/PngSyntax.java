package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * PNG (W3C, third edition): chunks with a length, a name and a checksum. Kept are those without which nothing is seen, and
 * of an animation the pictures.
 */
final class PngSyntax implements ImageSyntax {

    @Override
    public ImageFacts copy(DataInputStream in, OutputStream out) throws IOException {
        return new PngCopy(in).still(out);
    }

    @Override
    public void project(DataInputStream in, Screen screen) throws IOException {
        new PngCopy(in).project(screen);
    }
}
