package io.microblog.kit.media;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import org.jspecify.annotations.Nullable;

/** From rebuilt bytes to pixels: upright, in sRGB, and never larger than a post shows. */
final class ImageDecoder {

    /** About 8.3 megapixels, the area of a 4K screen. */
    static final Frame.Area LARGEST = new Frame.Area(3840L * 2160);

    /** What is decoded above this takes only every second pixel of a row, or fewer. */
    private static final long MAX_DECODED = 3L << 24;

    private static final int BYTES_OF_RESULT = 4;

    /** For tables, buffers and whatever else does not grow with the picture. */
    private static final long SPARE = 16L << 20;

    private ImageDecoder() {}

    /** What decoding takes of the heap at its height, in bytes, beside the file. */
    static long memory(ImageFacts facts) {
        return decoded(facts) + Math.min(facts.pixels(), LARGEST.pixels()) * BYTES_OF_RESULT;
    }

    /** What decoding may take altogether, including what is garbage at once; the one of JPEG makes much of that. */
    static long allocated(ImageFacts facts) {
        return facts.format() == ImageFormat.JPEG ? Long.MAX_VALUE / 2 : 2 * memory(facts) + SPARE;
    }

    /** Lossless WebP cannot be decoded in part. */
    private static long decoded(ImageFacts facts) {
        long whole = facts.pixels() * facts.bytesPerPixel();
        return facts.format() == ImageFormat.WEBP ? whole : Math.min(whole, MAX_DECODED);
    }

    /** @throws IOException when the bytes cannot be decoded */
    static BufferedImage decode(ImageInputStream file, ImageFacts facts) throws IOException {
        ImageReader reader = reader(facts.format());
        try (var input = file) {
            reader.setInput(input, true, true);
            return upright(read(reader, facts), facts);
        } catch (RuntimeException damaged) {
            throw new IOException(damaged);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage decoded, ImageFacts facts) throws IOException {
        ICC_Profile profile = profile(decoded, facts);
        BufferedImage scaled = LARGEST.fit(plain(decoded));
        if (profile != null) {
            Pixels.toStandardColours(scaled, profile);
        }
        return Pixels.turn(scaled, facts.orientation());
    }

    private static BufferedImage read(ImageReader reader, ImageFacts facts) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = step(facts);
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static int step(ImageFacts facts) {
        double excess = (double) facts.pixels() * facts.bytesPerPixel() / MAX_DECODED;
        return facts.format() == ImageFormat.WEBP ? 1 : Math.max(1, (int) Math.ceil(Math.sqrt(excess)));
    }

    /** The one for WebP is made here: the registry looks for plug-ins where a packed service has none. */
    private static ImageReader reader(ImageFormat format) throws IOException {
        return format == ImageFormat.WEBP
                ? new WebPImageReaderSpi().createReaderInstance()
                : ImageIO.getImageReadersByFormatName(format.name()).next();
    }

    private static @Nullable ICC_Profile profile(BufferedImage decoded, ImageFacts facts) {
        try {
            if (facts.profile() != null) {
                return ICC_Profile.getInstance(facts.profile());
            }
        } catch (IllegalArgumentException _) {
            return null;
        }
        boolean standard = decoded.getColorModel().getColorSpace().isCS_sRGB();
        return !standard && decoded.getColorModel().getColorSpace() instanceof ICC_ColorSpace space
                ? space.getProfile()
                : null;
    }

    /**
     * The same pixels called sRGB. Scaling first and converting the colours of the result spares time; and drawing a picture
     * of another space converts each pixel by itself, which takes minutes.
     */
    private static BufferedImage plain(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model.getColorSpace().isCS_sRGB() || model.getNumColorComponents() != 3) {
            return image;
        }
        ColorModel standard = new ComponentColorModel(
                ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB)
                        .getColorModel()
                        .getColorSpace(),
                model.hasAlpha(),
                model.isAlphaPremultiplied(),
                model.getTransparency(),
                DataBuffer.TYPE_BYTE);
        return new BufferedImage(standard, image.getRaster(), model.isAlphaPremultiplied(), null);
    }
}
