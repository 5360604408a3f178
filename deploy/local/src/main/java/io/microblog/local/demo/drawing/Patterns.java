package io.microblog.local.demo.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

import static io.microblog.local.demo.drawing.Canvas.box;
import static io.microblog.local.demo.drawing.Canvas.circle;
import static io.microblog.local.demo.drawing.Canvas.polygon;
import static io.microblog.local.demo.drawing.Canvas.roundBox;

/** Charts without words, and ornaments. */
final class Patterns {

    private static final int[][] PALETTES = {
        {0x264653, 0x2A9D8F, 0xE9C46A, 0xF4A261, 0xE76F51},
        {0x355070, 0x6D597A, 0xB56576, 0xE56B6F, 0xEAAC8B},
        {0x003049, 0xD62828, 0xF77F00, 0xFCBF49, 0xEAE2B7},
        {0x386641, 0x6A994E, 0xA7C957, 0xF2E8CF, 0xBC4749}
    };

    private Patterns() {}

    static void bars(Canvas canvas) {
        int[] colors = sheet(canvas);
        double slot = canvas.width * 0.8 / 12;
        double height = canvas.between(0.2, 0.4);
        for (int month = 0; month < 12; month++) {
            height = Math.clamp(height + canvas.between(-0.12, 0.15), 0.08, 0.72);
            double top = canvas.height * (0.86 - height);
            canvas.fill(
                    colors[month == 11 ? 2 : 1],
                    roundBox(
                            canvas.width * 0.1 + month * slot + slot * 0.14,
                            top,
                            slot * 0.72,
                            canvas.height * height,
                            slot * 0.15));
        }
        canvas.line(
                0x6B705C,
                3,
                new Line2D.Double(
                        canvas.width * 0.09, canvas.height * 0.86, canvas.width * 0.91, canvas.height * 0.86));
    }

    static void curve(Canvas canvas) {
        int[] colors = sheet(canvas);
        for (int series = 0; series < 2; series++) {
            Path2D line = new Path2D.Double();
            double value = canvas.between(0.3, 0.7);
            for (int point = 0; point <= 20; point++) {
                value = Math.clamp(value + canvas.between(-0.09, 0.1), 0.1, 0.9);
                double x = canvas.width * (0.1 + 0.04 * point);
                double y = canvas.height * (0.88 - 0.75 * value);
                if (point == 0) {
                    line.moveTo(x, y);
                } else {
                    line.lineTo(x, y);
                }
                canvas.fill(colors[series == 0 ? 2 : 1], circle(x, y, canvas.height * 0.011));
            }
            canvas.line(colors[series == 0 ? 2 : 1], canvas.height * 0.009, line);
        }
    }

    static void tiles(Canvas canvas) {
        int[] colors = palette(canvas);
        double size = canvas.height / 6.0;
        for (int row = 0; row * size < canvas.height; row++) {
            for (int column = 0; column * size < canvas.width; column++) {
                double x = column * size;
                double y = row * size;
                canvas.fill(colors[canvas.random.nextInt(5)], box(x, y, size + 1, size + 1));
                canvas.clip(box(x, y, size + 1, size + 1));
                int corner = canvas.random.nextInt(4);
                double cx = corner % 2 == 0 ? x : x + size;
                double cy = corner < 2 ? y : y + size;
                canvas.fill(colors[canvas.random.nextInt(5)], circle(cx, cy, size));
                canvas.fill(colors[canvas.random.nextInt(5)], circle(cx, cy, size * 0.6));
                canvas.fill(colors[canvas.random.nextInt(5)], circle(cx, cy, size * 0.25));
                canvas.clip(null);
            }
        }
    }

    static void quilt(Canvas canvas) {
        int[] colors = palette(canvas);
        double size = canvas.height / 5.0;
        int[] star = {canvas.random.nextInt(5), canvas.random.nextInt(5)};
        for (int row = 0; row * size < canvas.height; row++) {
            for (int column = 0; column * size < canvas.width; column++) {
                double x = column * size;
                double y = row * size;
                canvas.fill(colors[(row + column) % 2 == 0 ? 3 : 4], box(x, y, size + 1, size + 1));
                canvas.fill(colors[star[0] % 3], polygon(x, y, x + size / 2, y + size / 2, x, y + size));
                canvas.fill(colors[star[1] % 3], polygon(x + size, y, x + size / 2, y + size / 2, x + size, y + size));
                canvas.fill(
                        colors[(row + column) % 3],
                        polygon(
                                x + size / 2,
                                y + size * 0.2,
                                x + size * 0.8,
                                y + size / 2,
                                x + size / 2,
                                y + size * 0.8,
                                x + size * 0.2,
                                y + size / 2));
            }
        }
    }

    /** Paper with faint lines. */
    private static int[] sheet(Canvas canvas) {
        canvas.background(0xFDFCF8, 0xF6F3EA);
        for (int line = 1; line <= 6; line++) {
            double y = canvas.height * (0.86 - 0.12 * line);
            canvas.line(0xDDD8C8, 1.5, new Line2D.Double(canvas.width * 0.09, y, canvas.width * 0.91, y));
        }
        return palette(canvas);
    }

    private static int[] palette(Canvas canvas) {
        return PALETTES[canvas.random.nextInt(PALETTES.length)];
    }
}
