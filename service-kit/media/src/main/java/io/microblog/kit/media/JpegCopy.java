package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** One copy of a JPEG file, marker by marker. */
final class JpegCopy {

    /** Encoders write about ten. */
    private static final int MAX_SCANS = 100;

    /**
     * A scan of a few bytes makes the decoder go over the whole picture, so what all scans make it go over is bounded. It
     * takes some three nanoseconds for each coefficient, thus less than two seconds; the ten usual scans of 24 megapixels
     * have 360 million.
     */
    private static final long MAX_COEFFICIENTS = 500_000_000;

    /** Real ones have half a megabyte at most. */
    private static final int MAX_PROFILE = 1 << 20;

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final DataInputStream in;
    private final DataOutputStream out;
    private @Nullable JpegFrame frame;
    private @Nullable Integer orientation;
    private int scans;
    private int profile;

    JpegCopy(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    ImageFacts run() throws IOException {
        in.skipNBytes(2);
        write(START);
        int marker = nextMarker();
        while (marker != END) {
            marker = segment(marker);
        }
        write(END);
        if (frame == null || scans == 0) {
            throw new MalformedImage("has no picture in it");
        }
        return frame.facts(scans).turned(orientation == null ? ExifOrientation.UPRIGHT : orientation);
    }

    /** Copies a segment, and a scan with its data, if the picture needs it; returns the marker after it. */
    private int segment(int marker) throws IOException {
        if (marker == 0x01 || isRestart(marker)) {
            return nextMarker();
        }
        int length = in.readUnsignedShort();
        if (length < 2 || marker == START) {
            throw new MalformedImage("is not a valid JPEG file");
        }
        byte[] data = new byte[length - 2];
        in.readFully(data);
        note(marker, data);
        if (isNeeded(marker)) {
            write(marker);
            out.writeShort(length);
            out.write(data);
        }
        return marker == SCAN ? scan() : nextMarker();
    }

    private void note(int marker, byte[] data) throws MalformedImage {
        if (isFrame(marker)) {
            if (frame != null) {
                throw new MalformedImage("is not a valid JPEG file");
            }
            frame = new JpegFrame(marker, data);
        } else if (marker == SCAN) {
            countScan();
        } else if (marker == EXIF && orientation == null && startsWith(data, EXIF_NAME)) {
            orientation = ExifOrientation.of(Arrays.copyOfRange(data, EXIF_NAME.length, data.length));
        } else if (marker == PROFILE && (profile += data.length) > MAX_PROFILE) {
            throw new MalformedImage("has a colour profile that is too large");
        }
    }

    private void countScan() throws MalformedImage {
        if (frame == null) {
            throw new MalformedImage("is not a valid JPEG file");
        }
        scans++;
        if (scans > MAX_SCANS || scans * frame.coefficients() > MAX_COEFFICIENTS) {
            throw new MalformedImage("has too many scans for its size");
        }
    }

    /** The data of a scan end at the first marker that is not one of theirs. */
    private int scan() throws IOException {
        while (true) {
            int next = in.readUnsignedByte();
            if (next != 0xFF) {
                out.write(next);
                continue;
            }
            int marker = afterFill();
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
            write(marker);
        }
    }

    private int nextMarker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new MalformedImage("is not a valid JPEG file");
        }
        return afterFill();
    }

    private int afterFill() throws IOException {
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private void write(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** Not comments and application data, except JFIF, the colour profile and Adobe's colour transformation. */
    private static boolean isNeeded(int marker) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return marker != 0xFE && (!application || marker == 0xE0 || marker == 0xE2 || marker == 0xEE);
    }

    private static boolean startsWith(byte[] data, byte[] name) {
        return data.length >= name.length && Arrays.equals(data, 0, name.length, name, 0, name.length);
    }
}
