package io.microblog.kit.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A file that was rebuilt in memory, to be decoded without another copy. */
final class Rebuilt extends ByteArrayOutputStream {

    /** Of a processor. The largest picture of the slowest format takes half of it. */
    private static final Duration MAX_WORK = Duration.ofSeconds(8);

    Rebuilt(int size) {
        super(size);
    }

    /** @throws IOException when it cannot be decoded, or only with more work than a picture of its size is worth */
    BufferedImage decode(ImageFacts facts) throws IOException {
        facts.format().syntax().seal(ByteBuffer.wrap(buf, 0, count));
        return ImageDecoder.decode(new MeteredInput(buf, count, ImageDecoder.allocated(facts), MAX_WORK), facts);
    }
}
