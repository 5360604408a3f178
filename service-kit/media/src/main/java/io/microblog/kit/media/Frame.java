package io.microblog.kit.media;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;

import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;

/** The size that a picture is brought to. Nothing is ever enlarged. */
public sealed interface Frame {

    /** As it was or smaller, in its own proportions. */
    record Area(long pixels) implements Frame {

        @Override
        public BufferedImage fit(BufferedImage image) throws IOException {
            Dimension size = size(image.getWidth(), image.getHeight());
            return Pixels.resize(image, size.width, size.height);
        }

        @Override
        public Area within(long most) {
            return new Area(Math.min(pixels, most));
        }

        Dimension size(int width, int height) {
            double factor = Math.min(1, Math.sqrt((double) pixels / ((double) width * height)));
            return new Dimension(scale(width, factor), scale(height, factor));
        }
    }

    /** In given proportions, cut off around the middle; of a smaller picture as much as there is. */
    record Crop(int width, int height) implements Frame {

        @Override
        public BufferedImage fit(BufferedImage image) throws IOException {
            double factor =
                    Math.min(1, Math.min((double) image.getWidth() / width, (double) image.getHeight() / height));
            return Thumbnails.of(image)
                    .crop(Positions.CENTER)
                    .size(scale(width, factor), scale(height, factor))
                    .imageType(image.getType())
                    .asBufferedImage();
        }

        @Override
        public Crop within(long most) {
            double factor = Math.min(1, Math.sqrt((double) most / ((double) width * height)));
            return new Crop(scale(width, factor), scale(height, factor));
        }
    }

    /** The picture at that size, with pixels that are ints. */
    BufferedImage fit(BufferedImage image) throws IOException;

    /** The same, or as much smaller as the number of pixels wants it. */
    Frame within(long pixels);

    private static int scale(int length, double factor) {
        return Math.max(1, (int) Math.round(length * factor));
    }
}
