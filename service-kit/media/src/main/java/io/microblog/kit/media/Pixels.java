package io.microblog.kit.media;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.io.IOException;

import io.trbl.blurhash.BlurHash;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** What is done to pictures once they are decoded. */
final class Pixels {

    private static final int[] COLOURS = {0, 1, 2};

    /** The components of the blurhash; clients expect no more. */
    private static final int HASH_COLUMNS = 4;

    private static final int HASH_ROWS = 3;

    /** The picture that the blurhash is made of; it holds a dozen waves and needs no more. */
    private static final int HASH_PIXELS = 64 * 64;

    private Pixels() {}

    /** The picture at another size, with a type whose pixels are ints. No larger copy is made on the way. */
    static BufferedImage resize(BufferedImage image, int width, int height) throws IOException {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (image.getWidth() == width && image.getHeight() == height) {
            return image.getType() == type ? image : as(image, type);
        }
        return Thumbnails.of(image).forceSize(width, height).imageType(type).asBufferedImage();
    }

    /** The same picture with another type. */
    static BufferedImage as(BufferedImage image, int type) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    static BufferedImage turn(BufferedImage image, int orientation) {
        return orientation == ExifOrientation.UPRIGHT
                ? image
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(image);
    }

    /** Brings the colours from the profile's space into sRGB, in place. A profile for other colours than RGB is ignored. */
    static void toStandardColours(BufferedImage image, ICC_Profile profile) {
        if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
            return;
        }
        ICC_Profile standard = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        WritableRaster colours =
                image.getRaster().createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, COLOURS);
        new ColorConvertOp(new ICC_Profile[] {profile, standard}, null).filter(colours, colours);
    }

    /** Whether anything shines through. */
    static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A few characters from which clients paint a blurred impression while they load (github.com/woltapp/blurhash). */
    static String blurhash(BufferedImage image) throws IOException {
        return BlurHash.encode(new Frame.Area(HASH_PIXELS).fit(image), HASH_COLUMNS, HASH_ROWS);
    }
}
