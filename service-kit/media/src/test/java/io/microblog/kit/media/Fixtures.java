package io.microblog.kit.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Puts files together that image libraries do not write. */
final class Fixtures {

    private Fixtures() {}

    static byte[] fixture(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] slice(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    /** A JPEG segment after the start of the file. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] head = ByteBuffer.allocate(4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .array();
        return join(slice(jpeg, 0, 2), head, data, slice(jpeg, 2, jpeg.length));
    }

    /** Exif data that say how the picture is to be turned, and where it was taken. */
    static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(40);
        tiff.put(ascii("MM\0*")).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(4).put(ascii("Home"));
        return join(ascii("Exif\0\0"), tiff.array());
    }

    /** A PNG chunk after the header. */
    static byte[] withChunk(byte[] png, String name, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(ascii(name));
        sum.update(data);
        byte[] head = ByteBuffer.allocate(4).putInt(data.length).array();
        byte[] tail = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
        return join(slice(png, 0, 33), head, ascii(name), data, tail, slice(png, 33, png.length));
    }

    static byte[] deflated(byte[] data) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
