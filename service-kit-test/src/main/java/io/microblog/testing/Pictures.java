package io.microblog.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Image files as people send them, and as attackers do. The left half of each picture is red, the right half blue. */
public final class Pictures {

    private static final int PNG_SIGNATURE_AND_HEADER = 33;

    private Pictures() {}

    /** An opaque photograph. */
    public static byte[] jpeg(int width, int height) {
        return encode(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** The lower half of it is transparent. */
    public static byte[] transparentPng(int width, int height) {
        BufferedImage image = drawn(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = height / 2; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0);
            }
        }
        return encode(image, "png");
    }

    /** Without transparency. */
    public static byte[] png(int width, int height) {
        return encode(drawn(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** A single frame. */
    public static byte[] gif(int width, int height) {
        return encode(drawn(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    }

    /** A file of a few bytes that promises a picture of any size. */
    public static byte[] emptyPng(int width, int height) {
        ByteBuffer header = ByteBuffer.wrap(png(1, 1)).slice(0, PNG_SIGNATURE_AND_HEADER);
        ByteBuffer file = ByteBuffer.allocate(PNG_SIGNATURE_AND_HEADER + 12);
        file.put(header).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(file.array(), 12, 17);
        file.putInt(29, (int) sum.getValue());
        file.position(PNG_SIGNATURE_AND_HEADER);
        return file.putInt(0).put("IEND".getBytes(StandardCharsets.US_ASCII)).array();
    }

    /** The decoded picture. */
    public static BufferedImage decode(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a picture. */
    public static byte[] encode(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }
}
