package io.microblog.kit.media;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a GIF animation that repeats for ever. Of each picture only what differs from the one before is written, with a
 * palette of its own. What shines through does so wholly or not at all.
 */
final class GifEncoder implements AutoCloseable {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final byte[] FOR_EVER = {1, 0, 0};
    private static final int OPAQUE = 0xFF000000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes);
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final long maxBytes;
    private int width;
    private int height;
    /** What the reader sees before the picture that waits to be written. */
    private int[] seen = {};

    private int[] waiting = {};
    private int delay;
    private boolean begun;

    /** @param maxBytes of the file */
    GifEncoder(long maxBytes) throws IOException {
        this.maxBytes = maxBytes;
        writer.setOutput(output);
        writer.prepareWriteSequence(null);
    }

    /**
     * Adds a picture; all have the same size. It is written when the next one is known, which decides what may be left of it.
     *
     * @param hundredths of a second that it is shown
     * @throws MalformedImage when the file becomes too large
     */
    void add(BufferedImage picture, int hundredths) throws IOException {
        int[] next = pixels(picture);
        if (waiting.length == 0) {
            width = picture.getWidth();
            height = picture.getHeight();
            seen = new int[next.length];
        } else {
            write(vanishes(waiting, next));
        }
        waiting = next;
        delay = hundredths;
    }

    /** The whole file, after the last picture. */
    EncodedImage finish() throws IOException {
        write(false);
        writer.endWriteSequence();
        output.flush();
        return new EncodedImage(ImageFormat.GIF, bytes.toByteArray(), width, height);
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        output.close();
    }

    private static int[] pixels(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixels[i] < 0 ? pixels[i] | OPAQUE : 0; // the sign is the upper half of the alpha
        }
        return pixels;
    }

    /** Only by clearing the screen can anything become transparent again. */
    private static boolean vanishes(int[] now, int[] then) {
        for (int i = 0; i < now.length; i++) {
            if (now[i] != 0 && then[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private void write(boolean clearing) throws IOException {
        Rectangle part = clearing ? new Rectangle(width, height) : difference();
        BufferedImage picture = new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                int at = (part.y + y) * width + part.x + x;
                picture.setRGB(x, y, !clearing && waiting[at] == seen[at] ? 0 : waiting[at]);
            }
        }
        writer.writeToSequence(new IIOImage(picture, null, metadata(picture, part, clearing)), null);
        begun = true;
        seen = clearing ? new int[waiting.length] : waiting;
        if (output.getStreamPosition() > maxBytes) {
            throw new MalformedImage("is an animation that is too large");
        }
    }

    /** What surrounds all that changes; the first picture is the measure of the file and written whole. */
    private Rectangle difference() {
        if (!begun) {
            return new Rectangle(width, height);
        }
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] != seen[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        }
        return right < 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private IIOMetadata metadata(BufferedImage picture, Rectangle part, boolean clearing) throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(part.x));
        place.setAttribute("imageTopPosition", Integer.toString(part.y));
        place.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("delayTime", Integer.toString(delay));
        control.setAttribute("disposalMethod", clearing ? "restoreToBackgroundColor" : "doNotDispose");
        if (!begun) {
            root.appendChild(repetition());
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }

    private static IIOMetadataNode repetition() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(FOR_EVER);
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(loop);
        return extensions;
    }
}
