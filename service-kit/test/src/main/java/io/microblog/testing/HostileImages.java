package io.microblog.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound image files of next to no bytes that make decoders work, or take memory, without an end. The same at each call. */
public final class HostileImages {

    /** Blocks that one end-of-band code of the longest kind covers, and the bits that it takes. */
    private static final int BLOCKS_OF_A_RUN = 1 << 14;

    private static final int BITS_OF_A_RUN = 15;

    private static final int SCAN_KINDS = 2;

    private HostileImages() {}

    /** 389 kB, 5,700 by 5,700 pixels, 100 scans: once 22 seconds of a processor and 186 MB that no heap counts. */
    public static byte[] progressiveJpeg() {
        return progressiveJpeg(5_700, 5_700, 100);
    }

    /**
     * A grey JPEG picture in many scans, each of which makes the decoder look at all coefficients once more although it
     * says nothing. Its data are zeros, since the only code of each table is a single zero.
     */
    public static byte[] progressiveJpeg(int width, int height, int scans) {
        int blocks = ((width + 7) / 8) * ((height + 7) / 8);
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes(0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0));
        file.writeBytes("\1".repeat(64).getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(bytes(0xFF, 0xC2, 0, 17, 8, height >> 8, height, width >> 8, width, 3));
        file.writeBytes(bytes(1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0));
        file.writeBytes(table(0x00, 0x00));
        file.writeBytes(table(0x10, 0xE0));
        scan(file, bytes(3, 1, 0, 2, 0, 3, 0, 0, 0, 0x01), 3L * blocks);
        scan(file, bytes(3, 1, 0, 2, 0, 3, 0, 0, 0, 0x10), 3L * blocks);
        int runs = (blocks + BLOCKS_OF_A_RUN - 1) / BLOCKS_OF_A_RUN;
        for (int i = SCAN_KINDS; i < scans; i++) {
            scan(file, bytes(1, 1 + i % 3, 0, 1, 63, 0x10), (long) runs * BITS_OF_A_RUN);
        }
        file.writeBytes(bytes(0xFF, 0xD9));
        return file.toByteArray();
    }

    /**
     * 164 kB of a WebP picture of four by four pixels. It says that its pixels are written in 65,536 kinds of codes, and
     * decoders make room for the five tables of each.
     */
    public static byte[] webpOfManyCodes() {
        int tables = 5;
        int codes = 1 << 16;
        var bits = new Bits();
        bits.add(0x2F, 8).add(3, 14).add(3, 14).add(0, 4);
        bits.add(0, 1).add(0, 1); // neither a transformation nor a cache
        bits.add(1, 1).add(0, 3).add(0, 1); // the kinds of codes are told by a picture of one pixel
        bits.add(0b101, 3).add(255, 8); // green
        bits.add(0b101, 3).add(255, 8); // red
        bits.add(0b001, 4).add(0b001, 4).add(0b001, 4); // blue, alpha, distance: a single code each
        for (int i = 0; i < codes * tables; i++) {
            bits.add(0b001, 4);
        }
        byte[] data = bits.toByteArray();
        int padded = data.length + data.length % 2;
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static void scan(ByteArrayOutputStream file, byte[] parameters, long bits) {
        file.writeBytes(bytes(0xFF, 0xDA, 0, parameters.length + 2));
        file.writeBytes(parameters);
        file.writeBytes(new byte[Math.toIntExact((bits + 7) / 8)]);
    }

    /** A table of one code: a single zero. */
    private static byte[] table(int number, int symbol) {
        byte[] table = new byte[22];
        System.arraycopy(bytes(0xFF, 0xC4, 0, 20, number, 1), 0, table, 0, 6);
        table[21] = (byte) symbol;
        return table;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Bits in the order of lossless WebP, the lowest first. */
    private static final class Bits {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long waiting;
        private int count;

        Bits add(int value, int bits) {
            waiting |= (long) value << count;
            count += bits;
            while (count >= Byte.SIZE) {
                bytes.write((int) waiting);
                waiting >>>= Byte.SIZE;
                count -= Byte.SIZE;
            }
            return this;
        }

        byte[] toByteArray() {
            if (count > 0) {
                bytes.write((int) waiting);
            }
            return bytes.toByteArray();
        }
    }
}
