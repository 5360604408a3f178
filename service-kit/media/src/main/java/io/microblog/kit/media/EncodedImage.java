package io.microblog.kit.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An image made here, with nothing in it but the picture.
 *
 * @param format PNG where something shines through, JPEG otherwise; GIF for an animation
 * @param bytes the file
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedImage(ImageFormat format, byte[] bytes, int width, int height) {

    private static final float QUALITY = 0.88f;

    static EncodedImage of(BufferedImage image) throws IOException {
        boolean transparent = Pixels.isTransparent(image);
        ImageFormat format = transparent ? ImageFormat.PNG : ImageFormat.JPEG;
        byte[] bytes = encode(transparent ? image : opaque(image), format);
        return new EncodedImage(format, bytes, image.getWidth(), image.getHeight());
    }

    /** As PNG, whether anything shines through or not. */
    static EncodedImage png(BufferedImage image) throws IOException {
        return new EncodedImage(ImageFormat.PNG, encode(image, ImageFormat.PNG), image.getWidth(), image.getHeight());
    }

    private static byte[] encode(BufferedImage image, ImageFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param(writer, format));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam param(ImageWriter writer, ImageFormat format) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (format == ImageFormat.JPEG) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
        }
        return param;
    }

    /** The same pixels seen without the alpha that they do not use; the writer for JPEG cannot leave it out by itself. */
    private static BufferedImage opaque(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? Pixels.as(image, BufferedImage.TYPE_INT_RGB) : image;
    }
}
