package io.microblog.kit.media;

/** The header of a JPEG picture (ITU T.81, B.2.2): how large it is, and of how many coefficients it is made. */
final class JpegFrame {

    private static final int PROGRESSIVE = 0xC2;
    private static final int HEADER_BYTES = 6;
    private static final int COLOUR_BYTES = 3;
    private static final int BLOCK = 8;
    private static final int MAX_SAMPLING = 4;

    /** In which the decoder keeps a coefficient. */
    private static final int COEFFICIENT_BYTES = 2;

    private final boolean progressive;
    private final int width;
    private final int height;
    private final int colours;
    private final long coefficients;

    /**
     * @param data of the segment
     * @throws MalformedImage when it is no picture that can be shown
     */
    JpegFrame(int marker, byte[] data) throws MalformedImage {
        if (data.length < HEADER_BYTES || data.length < HEADER_BYTES + COLOUR_BYTES * data[5]) {
            throw new MalformedImage("is not a valid JPEG file");
        }
        if (marker > PROGRESSIVE || data[0] != Byte.SIZE) {
            throw new MalformedImage("is compressed in a way that cannot be shown");
        }
        progressive = marker == PROGRESSIVE;
        height = unsignedShort(data, 1);
        width = unsignedShort(data, 3);
        colours = data[5];
        if (colours != 1 && colours != 3) {
            throw new MalformedImage("has colours for print, which cannot be shown");
        }
        coefficients = coefficients(width, height, data);
    }

    private static long coefficients(int width, int height, byte[] data) throws MalformedImage {
        int across = 1;
        int down = 1;
        int blocks = 0;
        for (int i = 0; i < data[5]; i++) {
            int factors = sampling(data, i);
            across = Math.max(across, factors >> 4);
            down = Math.max(down, factors & 0xF);
            blocks += (factors >> 4) * (factors & 0xF);
        }
        return (long) ceil(width, BLOCK * across) * ceil(height, BLOCK * down) * blocks * BLOCK * BLOCK;
    }

    private static int sampling(byte[] data, int colour) throws MalformedImage {
        int factors = data[HEADER_BYTES + COLOUR_BYTES * colour + 1] & 0xFF;
        int across = factors >> 4;
        int down = factors & 0xF;
        if (across < 1 || across > MAX_SAMPLING || down < 1 || down > MAX_SAMPLING) {
            throw new MalformedImage("is not a valid JPEG file");
        }
        return factors;
    }

    /** Of all colours. */
    long coefficients() {
        return coefficients;
    }

    /** A picture in more than one scan is kept whole until the last one. */
    ImageFacts facts(int scans) {
        ImageFacts facts = ImageFacts.of(ImageFormat.JPEG, width, height, colours);
        return progressive || scans > 1 ? facts.keeping(coefficients * COEFFICIENT_BYTES) : facts;
    }

    private static int ceil(int length, int by) {
        return (length + by - 1) / by;
    }

    private static int unsignedShort(byte[] data, int at) {
        return ((data[at] & 0xFF) << 8) | (data[at + 1] & 0xFF);
    }
}
