package io.microblog.kit.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import io.microblog.kit.media.Cel.Disposal;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a WebP file, chunk by chunk. What the picture's own header says of its size must agree with the file's:
 * decoders make room for either.
 */
final class WebpCopy {

    private static final int EXTENDED = Streams.fourLetters("VP8X");
    private static final int TRANSPARENCY = Streams.fourLetters("ALPH");
    private static final int PROFILE = Streams.fourLetters("ICCP");
    private static final int EXIF = Streams.fourLetters("EXIF");
    private static final int FRAME = Streams.fourLetters("ANMF");

    private static final int FRAME_HEADER_BYTES = 16;
    private static final int EXTENDED_BYTES = 10;

    /** The flags for a colour profile and for transparency. */
    private static final int KEPT_FLAGS = 0x30;

    private static final int PROFILE_FLAG = 0x20;
    private static final int ANIMATION_FLAG = 0x02;

    /** Of a picture in an animation. */
    private static final int OVERWRITES_FLAG = 0x02;

    private static final int CLEARED_FLAG = 0x01;

    /** No picture has this size. */
    private static final WebpPicture NOWHERE = new WebpPicture(0, 0);

    /** Of the chunks that are read whole. */
    private static final int MAX_READ = 1 << 20;

    /** The decoder makes its picture of three or four bytes a pixel. */
    private static final int BYTES_PER_PIXEL = 4;

    private final DataInputStream in;
    private final OutputStream out;
    private @Nullable WebpPicture size;
    private byte[] profile = {};
    private int flags;
    private boolean begun;
    private @Nullable Integer orientation;

    WebpCopy(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    ImageFacts run() throws IOException {
        int chunk = in.readInt();
        long length = length();
        if (chunk == EXTENDED) {
            extended(length);
        } else {
            picture(chunk, length, null);
        }
        return facts();
    }

    private ImageFacts facts() throws MalformedImage {
        if (size == null) {
            throw new MalformedImage("has no picture in it");
        }
        return ImageFacts.of(ImageFormat.WEBP, size.width(), size.height(), BYTES_PER_PIXEL)
                .turned(orientation == null ? ExifOrientation.UPRIGHT : orientation);
    }

    /**
     * Hands over the pictures of an animation.
     *
     * @param head of the file, which each of them begins with
     */
    void project(byte[] head, Screen screen) throws IOException {
        int first = in.readInt();
        if (first != EXTENDED) {
            return;
        }
        ByteBuffer header = header(EXTENDED_BYTES, length());
        if ((header.get(0) & ANIMATION_FLAG) == 0) {
            return;
        }
        flags = header.get(0) & KEPT_FLAGS & ~PROFILE_FLAG;
        screen.open(uint24(header, 4) + 1, uint24(header, 7) + 1);
        int next = in.read();
        while (next >= 0) {
            int chunk = (next << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            long length = length();
            if (chunk == FRAME) {
                OutputStream target = screen.next();
                target.write(head);
                screen.show(new WebpCopy(in, target).cel(length, flags, profile));
            } else {
                part(chunk, length, NOWHERE);
            }
            next = in.read();
        }
    }

    private Cel cel(long length, int sharedFlags, byte[] sharedProfile) throws IOException {
        flags = sharedFlags;
        profile = sharedProfile;
        ByteBuffer header = frame(length);
        int manner = header.get(FRAME_HEADER_BYTES - 1);
        return new Cel(
                facts(),
                2 * uint24(header, 0),
                2 * uint24(header, 3),
                uint24(header, 12) * Cel.SECOND / 1000,
                (manner & OVERWRITES_FLAG) == 0,
                (manner & CLEARED_FLAG) == 0 ? Disposal.STAYS : Disposal.CLEARED);
    }

    private void extended(long length) throws IOException {
        ByteBuffer header = header(EXTENDED_BYTES, length);
        flags = header.get(0) & KEPT_FLAGS & ~PROFILE_FLAG;
        WebpPicture canvas = new WebpPicture(uint24(header, 4) + 1, uint24(header, 7) + 1);
        int next = in.read();
        while (next >= 0) {
            int chunk = (next << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            part(chunk, length(), canvas);
            next = in.read();
        }
    }

    private void part(int chunk, long length, WebpPicture canvas) throws IOException {
        if (size == null && chunk == FRAME) {
            frame(length);
        } else if (size == null
                && (chunk == WebpPicture.LOSSY || chunk == WebpPicture.LOSSLESS || chunk == TRANSPARENCY)) {
            picture(chunk, length, canvas);
        } else if (chunk == PROFILE && profile.length == 0 && length <= MAX_READ) {
            profile = read(length);
        } else if (chunk == EXIF && orientation == null && length <= MAX_READ) {
            orientation = orientation(read(length));
        } else {
            in.skipNBytes(padded(length));
        }
    }

    /** A frame of an animation is a small file of its own. */
    private ByteBuffer frame(long length) throws IOException {
        ByteBuffer header = header(FRAME_HEADER_BYTES, Math.min(length, FRAME_HEADER_BYTES));
        WebpPicture frame = new WebpPicture(uint24(header, 6) + 1, uint24(header, 9) + 1);
        long left = padded(length) - FRAME_HEADER_BYTES;
        while (size == null && left > 0) {
            int chunk = in.readInt();
            long part = length();
            picture(chunk, part, frame);
            left -= 2 * Integer.BYTES + padded(part);
        }
        in.skipNBytes(Math.max(0, left));
        return header;
    }

    /** A picture, or its transparency, which comes first. */
    private void picture(int chunk, long length, @Nullable WebpPicture expected) throws IOException {
        if (chunk == TRANSPARENCY && expected != null) {
            begin(expected);
            write(chunk, length);
            Streams.copy(in, out, padded(length));
            return;
        }
        byte[] header = in.readNBytes((int) Math.min(WebpPicture.HEADER_BYTES, padded(length)));
        WebpPicture own = WebpPicture.read(chunk, header);
        if (expected != null && !expected.equals(own)) {
            throw new MalformedImage("is not a valid WebP file");
        }
        if (expected != null) {
            begin(expected);
        }
        write(chunk, length);
        out.write(header);
        Streams.copy(in, out, padded(length) - header.length);
        size = own;
    }

    private void begin(WebpPicture canvas) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        write(EXTENDED, EXTENDED_BYTES);
        ByteBuffer header = ByteBuffer.allocate(EXTENDED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) (flags | (profile.length > 0 ? PROFILE_FLAG : 0)));
        header.putInt(4, canvas.width() - 1).putInt(6, ((canvas.height() - 1) << 8) | (header.get(6) & 0xFF));
        out.write(header.array());
        if (profile.length > 0) {
            write(PROFILE, profile.length);
            out.write(profile);
            out.write(new byte[profile.length % 2]);
        }
    }

    private void write(int chunk, long length) throws IOException {
        out.write(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(chunk)
                .putInt(Integer.reverseBytes((int) length))
                .array());
    }

    private byte[] read(long length) throws IOException {
        byte[] data = new byte[(int) length];
        in.readFully(data);
        in.skipNBytes(length % 2);
        return data;
    }

    private ByteBuffer header(int expected, long length) throws IOException {
        if (length != expected) {
            throw new MalformedImage("is not a valid WebP file");
        }
        byte[] data = new byte[expected];
        in.readFully(data);
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long length() throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    }

    /** Some writers put the name of the JPEG segment before the data. */
    private static int orientation(byte[] exif) {
        boolean named = exif.length > 6 && exif[0] == 'E';
        return ExifOrientation.of(named ? Arrays.copyOfRange(exif, 6, exif.length) : exif);
    }

    private static int uint24(ByteBuffer data, int at) {
        return (data.getShort(at) & 0xFFFF) | ((data.get(at + 2) & 0xFF) << 16);
    }

    private static long padded(long length) {
        return length + length % 2;
    }
}
