package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * JPEG (ITU T.81): markers, most with a length, between them entropy-coded scans. Kept are the tables, the frame, the scans
 * and the segments that the colours depend on.
 */
final class JpegSyntax implements ImageSyntax {

    @Override
    public ImageFacts copy(DataInputStream in, OutputStream out) throws IOException {
        return new JpegCopy(in, new DataOutputStream(out)).run();
    }
}
