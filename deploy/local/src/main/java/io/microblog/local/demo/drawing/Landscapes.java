package io.microblog.local.demo.drawing;

import java.awt.geom.Path2D;

import static io.microblog.local.demo.drawing.Canvas.box;
import static io.microblog.local.demo.drawing.Canvas.circle;
import static io.microblog.local.demo.drawing.Canvas.mix;
import static io.microblog.local.demo.drawing.Canvas.oval;
import static io.microblog.local.demo.drawing.Canvas.polygon;

/** Wide views in layers, the far ones paler. */
final class Landscapes {

    /** Top and bottom of a sky: dawn, day, evening, dusk. */
    private static final int[][] SKIES = {
        {0x5B7DB1, 0xF6C6A8}, {0x4A90D9, 0xD6ECFA}, {0x3D4E81, 0xF29C6B}, {0x2E3A67, 0xC97B84}, {0x7CA9C9, 0xF4E3B2}
    };

    private Landscapes() {}

    static void mountains(Canvas canvas) {
        int[] sky = sky(canvas);
        sun(canvas, 0.3);
        for (int layer = 0; layer < 4; layer++) {
            double level = canvas.height * (0.55 + 0.11 * layer);
            int rock = mix(sky[1], canvas.pick(0x2F4550, 0x3A4A5E, 0x354F52), 0.35 + 0.2 * layer);
            ridge(canvas, level, canvas.height * (0.34 - 0.06 * layer), rock, layer < 2);
        }
        canvas.fill(0x24352F, canvas.hills(canvas.height * 0.93, canvas.height * 0.03, 1.5));
    }

    private static void ridge(Canvas canvas, double level, double peak, int rock, boolean snow) {
        double x = -canvas.between(0, 200);
        while (x < canvas.width) {
            double half = canvas.between(0.6, 1.2) * peak;
            double top = level - canvas.between(0.6, 1) * peak;
            double middle = x + half;
            canvas.fill(rock, polygon(x, level + 4, middle, top, x + 2 * half, level + 4));
            canvas.fill(
                    mix(rock, 0, 0.12), polygon(middle, top, x + 2 * half, level + 4, middle + half * 0.2, level + 4));
            if (snow) {
                double cap = (level - top) * 0.3;
                double width = half * 0.3;
                canvas.fill(
                        0xF7FBFF,
                        polygon(
                                middle,
                                top,
                                middle + width,
                                top + cap,
                                middle + width * 0.4,
                                top + cap * 0.75,
                                middle,
                                top + cap * 1.1,
                                middle - width * 0.5,
                                top + cap * 0.8,
                                middle - width,
                                top + cap));
            }
            x += half * canvas.between(0.9, 1.5);
        }
        canvas.fill(rock, box(0, level, canvas.width, canvas.height - level));
    }

    static void sea(Canvas canvas) {
        int[] sky = sky(canvas);
        sun(canvas, 0.5);
        double horizon = canvas.height * 0.55;
        int water = canvas.pick(0x1D6F8C, 0x2A7F9E, 0x235B7A);
        canvas.fill(mix(sky[1], water, 0.5), box(0, horizon, canvas.width, canvas.height));
        for (int wave = 0; wave < 7; wave++) {
            double level = horizon + canvas.height * (0.04 + 0.07 * wave);
            canvas.fill(
                    mix(mix(sky[1], water, 0.6), mix(water, 0, 0.35), wave / 7.0),
                    canvas.hills(level, canvas.height * (0.004 + 0.003 * wave), 5 - wave * 0.4));
        }
        for (int boat = 0; boat < 1 + canvas.random.nextInt(3); boat++) {
            sail(
                    canvas,
                    canvas.width * canvas.between(0.12, 0.88),
                    horizon + canvas.height * canvas.between(0.02, 0.16));
        }
        if (canvas.random.nextBoolean()) {
            canvas.fill(0xE9D8A6, canvas.hills(canvas.height * 0.92, canvas.height * 0.03, 0.8));
        }
    }

    private static void sail(Canvas canvas, double x, double y) {
        double size = canvas.height * canvas.between(0.06, 0.13);
        canvas.fill(0xFDFCF7, polygon(x, y - size * 1.5, x, y - size * 0.15, x + size * 0.8, y - size * 0.15));
        canvas.fill(
                canvas.pick(0xD1495B, 0xEDAE49, 0xF4F1DE),
                polygon(
                        x - size * 0.06,
                        y - size * 1.3,
                        x - size * 0.06,
                        y - size * 0.15,
                        x - size * 0.6,
                        y - size * 0.15));
        canvas.fill(
                0x5A3825,
                polygon(
                        x - size * 0.8,
                        y - size * 0.08,
                        x + size,
                        y - size * 0.08,
                        x + size * 0.7,
                        y + size * 0.2,
                        x - size * 0.55,
                        y + size * 0.2));
    }

    static void city(Canvas canvas) {
        int[] sky = sky(canvas);
        sun(canvas, 0.35);
        for (int layer = 0; layer < 3; layer++) {
            int wall = mix(sky[1], 0x232946, 0.35 + 0.28 * layer);
            double x = -canvas.between(0, 60);
            while (x < canvas.width) {
                double width = canvas.between(45, 120) * (0.7 + 0.25 * layer);
                double top = canvas.height * canvas.between(0.28 + 0.13 * layer, 0.62 + 0.1 * layer);
                canvas.fill(wall, box(x, top, width, canvas.height - top));
                windows(canvas, x, top, width, mix(wall, 0xFFD98E, layer == 0 ? 0.25 : 0.75));
                x += width + canvas.between(-4, 14);
            }
        }
    }

    private static void windows(Canvas canvas, double x, double top, double width, int light) {
        for (double y = top + 14; y < canvas.height; y += 24) {
            for (double column = x + 9; column < x + width - 14; column += 18) {
                if (canvas.random.nextInt(3) == 0) {
                    canvas.fill(light, box(column, y, 8, 12));
                }
            }
        }
    }

    static void forest(Canvas canvas) {
        int[] sky = sky(canvas);
        sun(canvas, 0.3);
        int leaf = canvas.pick(0x2D6A4F, 0x40702F, 0x9C5B1E, 0x35635B);
        for (int layer = 0; layer < 4; layer++) {
            double level = canvas.height * (0.5 + 0.13 * layer);
            int green = mix(sky[1], mix(leaf, 0x0B2018, 0.15 * layer), 0.45 + 0.18 * layer);
            double size = canvas.height * (0.14 + 0.05 * layer);
            for (double x = -size; x < canvas.width + size; x += size * canvas.between(0.3, 0.6)) {
                fir(canvas, x, level + canvas.between(0, size * 0.4), size * canvas.between(0.8, 1.3), green);
            }
            canvas.fill(green, box(0, level + size * 0.3, canvas.width, canvas.height));
        }
    }

    private static void fir(Canvas canvas, double x, double foot, double size, int green) {
        for (int tier = 0; tier < 3; tier++) {
            double y = foot - tier * size * 0.3;
            double half = size * (0.34 - 0.07 * tier);
            canvas.fill(mix(green, 0xFFFFFF, 0.04 * tier), polygon(x - half, y, x, y - size * 0.55, x + half, y));
        }
    }

    static void desert(Canvas canvas) {
        sky(canvas);
        sun(canvas, 0.4);
        int sand = canvas.pick(0xE0A458, 0xD98E4A, 0xE6B877);
        for (int dune = 0; dune < 4; dune++) {
            Path2D hill = canvas.hills(
                    canvas.height * (0.58 + 0.1 * dune), canvas.height * (0.07 - 0.01 * dune), 0.7 + 0.3 * dune);
            canvas.fill(mix(mix(sand, 0xFFF1D0, 0.3), mix(sand, 0x7A3E1D, 0.45), dune / 3.0), hill);
        }
    }

    static void night(Canvas canvas) {
        canvas.background(0x0B1033, canvas.pick(0x2E3A67, 0x3B2F63, 0x1F4A5F));
        for (int star = 0; star < 260; star++) {
            double size = Math.pow(canvas.random.nextDouble(), 4) * 3 + 0.6;
            canvas.fill(
                    canvas.pick(0xFFFFFF, 0xFFF3D6, 0xD6E4FF),
                    canvas.between(0.4, 1),
                    circle(canvas.between(0, canvas.width), canvas.between(0, canvas.height * 0.8), size));
        }
        double x = canvas.width * canvas.between(0.2, 0.8);
        double y = canvas.height * 0.25;
        canvas.fill(0xFFFFFF, 0.08, circle(x, y, canvas.height * 0.15));
        canvas.fill(0xF8F1D8, circle(x, y, canvas.height * 0.085));
        canvas.fill(0xDDD3B4, circle(x - 14, y + 9, canvas.height * 0.018));
        canvas.fill(0xDDD3B4, circle(x + 16, y - 13, canvas.height * 0.012));
        canvas.fill(0x151B3A, canvas.hills(canvas.height * 0.78, canvas.height * 0.07, 1.2));
        canvas.fill(0x090D20, canvas.hills(canvas.height * 0.88, canvas.height * 0.05, 1.7));
    }

    static void fields(Canvas canvas) {
        sky(canvas);
        sun(canvas, 0.25);
        for (int cloud = 0; cloud < 4; cloud++) {
            double x = canvas.between(0, canvas.width);
            double y = canvas.height * canvas.between(0.1, 0.35);
            for (int puff = 0; puff < 4; puff++) {
                canvas.fill(0xFFFFFF, 0.55, oval(x + puff * 46, y + canvas.between(-10, 10), 52, 24));
            }
        }
        int[] crops = {0xA3B18A, 0xD4B04C, 0x7A9E4E, 0x588157, 0xB98AB8, 0x3A6B35};
        for (int field = 0; field < 6; field++) {
            int crop = crops[(field + canvas.random.nextInt(3)) % crops.length];
            canvas.fill(
                    crop,
                    canvas.hills(canvas.height * (0.52 + 0.085 * field), canvas.height * 0.035, 0.8 + 0.15 * field));
        }
    }

    private static int[] sky(Canvas canvas) {
        int[] sky = SKIES[canvas.random.nextInt(SKIES.length)];
        canvas.background(sky[0], sky[1]);
        return sky;
    }

    private static void sun(Canvas canvas, double level) {
        double x = canvas.width * canvas.between(0.15, 0.85);
        double y = canvas.height * level;
        double radius = canvas.height * canvas.between(0.05, 0.09);
        canvas.fill(0xFFF3C4, 0.2, circle(x, y, radius * 2.1));
        canvas.fill(0xFFF3C4, 0.3, circle(x, y, radius * 1.5));
        canvas.fill(0xFFF6DA, circle(x, y, radius));
    }
}
