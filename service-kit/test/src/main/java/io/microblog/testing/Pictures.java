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

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Image files as people send them, and as attackers do. The left half of each picture is red, the right half blue. */
public final class Pictures {

    private static final int PNG_SIGNATURE_AND_HEADER = 33;

    private static final Color[] IN_TURN = {Color.RED, Color.GREEN, Color.BLUE};

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

    /** Red, then green, then blue, and so on; each is shown for a fifth of a second. */
    public static byte[] animatedGif(int width, int height, int pictures) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < pictures; i++) {
                BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
                Graphics2D graphics = image.createGraphics();
                graphics.setColor(IN_TURN[i % IN_TURN.length]);
                graphics.fillRect(0, 0, width, height);
                graphics.dispose();
                writer.writeToSequence(new IIOImage(image, null, fifth(writer, image)), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata fifth(ImageWriter writer, BufferedImage image) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        Node root = metadata.getAsTree(metadata.getNativeMetadataFormatName());
        Element control = (Element)
                ((Element) root).getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "20");
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
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

    /** How many pictures a GIF file has. */
    public static int pictures(byte[] gif) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input);
            return reader.getNumImages(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
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
