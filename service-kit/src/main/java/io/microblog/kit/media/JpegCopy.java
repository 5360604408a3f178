package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** One copy of a JPEG file, marker by marker. */
final class JpegCopy {

    /** A scan of a few bytes makes the decoder visit the whole picture; encoders write about ten. */
    private static final int MAX_SCANS = 100;

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final DataInputStream in;
    private final DataOutputStream out;
    private @Nullable ImageFacts frame;
    private int orientation = ExifOrientation.UPRIGHT;
    private int scans;

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
        return new ImageFacts(
                ImageFormat.JPEG, frame.width(), frame.height(), frame.bytesPerPixel(), orientation, null);
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
            frame = frame(data);
        } else if (marker == EXIF && startsWith(data, EXIF_NAME)) {
            orientation = ExifOrientation.of(Arrays.copyOfRange(data, EXIF_NAME.length, data.length));
        } else if (marker == SCAN && ++scans > MAX_SCANS) {
            throw new MalformedImage("has too many scans");
        }
    }

    private ImageFacts frame(byte[] data) throws MalformedImage {
        if (data.length < 6 || frame != null) {
            throw new MalformedImage("is not a valid JPEG file");
        }
        int colours = data[5];
        if (colours != 1 && colours != 3) {
            throw new MalformedImage("has colours for print, which cannot be shown");
        }
        return new ImageFacts(
                ImageFormat.JPEG, unsignedShort(data, 3), unsignedShort(data, 1), colours, orientation, null);
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

    private static int unsignedShort(byte[] data, int at) {
        return ((data[at] & 0xFF) << 8) | (data[at + 1] & 0xFF);
    }
}
