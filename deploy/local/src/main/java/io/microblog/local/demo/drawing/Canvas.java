package io.microblog.local.demo.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;

/** A picture in the making, with the few shapes that the painters use. Lengths are in pixels, colours are 0xRRGGBB. */
final class Canvas {

    final int width;
    final int height;
    final Random random;

    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.random = new Random(seed);
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** From the top colour to the bottom one. */
    void background(int top, int bottom) {
        graphics.setPaint(new GradientPaint(0, 0, new Color(top), 0, height, new Color(bottom)));
        graphics.fillRect(0, 0, width, height);
    }

    void fill(int color, Shape shape) {
        fill(color, 1, shape);
    }

    /** @param opacity 0 to 1 */
    void fill(int color, double opacity, Shape shape) {
        graphics.setPaint(new Color(color >> 16 & 255, color >> 8 & 255, color & 255, (int) Math.round(opacity * 255)));
        graphics.fill(shape);
    }

    void line(int color, double thickness, Shape shape) {
        graphics.setPaint(new Color(color));
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Shapes outside of this one are cut off, until another clip; null ends it. */
    void clip(@Nullable Shape shape) {
        graphics.setClip(shape);
    }

    static Shape circle(double x, double y, double radius) {
        return oval(x, y, radius, radius);
    }

    /** Around its centre. */
    static Shape oval(double x, double y, double horizontal, double vertical) {
        return new Ellipse2D.Double(x - horizontal, y - vertical, 2 * horizontal, 2 * vertical);
    }

    static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    static Shape roundBox(double x, double y, double width, double height, double arc) {
        return new RoundRectangle2D.Double(x, y, width, height, arc, arc);
    }

    /** A closed polygon of x, y pairs. */
    static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A hilly horizon: everything below a sum of waves. */
    Path2D hills(double level, double amplitude, double waves) {
        double phase = random.nextDouble() * 7;
        double second = random.nextDouble() * 7;
        Path2D path = new Path2D.Double();
        path.moveTo(0, height);
        for (int x = 0; x <= width + 8; x += 8) {
            double t = waves * Math.TAU * x / width;
            path.lineTo(x, level - amplitude * (0.6 * Math.sin(t + phase) + 0.4 * Math.sin(2.3 * t + second)));
        }
        path.lineTo(width, height);
        path.closePath();
        return path;
    }

    int pick(int... colors) {
        return colors[random.nextInt(colors.length)];
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** A colour between two, nearer to the second the larger the share, 0 to 1. */
    static int mix(int first, int second, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double channel = (first >> shift & 255) * (1 - share) + (second >> shift & 255) * share;
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }

    /** @param format jpeg or png */
    byte[] encode(String format) {
        try {
            graphics.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("No writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
