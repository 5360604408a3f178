package io.microblog.local.demo.drawing;

import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.util.Set;

import static io.microblog.local.demo.drawing.Canvas.box;
import static io.microblog.local.demo.drawing.Canvas.circle;
import static io.microblog.local.demo.drawing.Canvas.mix;
import static io.microblog.local.demo.drawing.Canvas.oval;
import static io.microblog.local.demo.drawing.Canvas.roundBox;

/** A flat face on a coloured ground. Traits say what it shows; what they leave open follows from the seed. */
final class Portrait {

    private static final int SIZE = 400;
    private static final int[] GROUNDS = {
        0xF4B860, 0x7FB7BE, 0xE07A5F, 0x81B29A, 0xB8A1D9, 0x6C8EBF, 0xF2A6A6, 0xA8C686, 0xD9BF77, 0x8FB8DE
    };
    private static final int[] CLOTHES = {
        0x2F4858, 0x8C2F39, 0x33658A, 0x55652F, 0x5C4D7D, 0xC8553D, 0x1B998B, 0xE9C46A, 0x3D405B, 0xF4F1DE
    };

    private final Canvas canvas;
    private final Set<String> traits;
    private final int skin;
    private final int shade;
    private final int hair;

    Portrait(long seed, Set<String> traits) {
        this.canvas = new Canvas(SIZE, SIZE, seed);
        this.traits = traits;
        this.skin = skinTone();
        this.shade = mix(skin, 0x402010, 0.18);
        this.hair = hairColor();
    }

    byte[] paint() {
        int ground = canvas.pick(GROUNDS);
        canvas.background(mix(ground, 0xFFFFFF, 0.25), ground);
        canvas.fill(0xFFFFFF, 0.18, circle(200, 210, 175));
        hairBehind();
        body();
        head();
        hairInFront();
        face();
        return canvas.encode("png");
    }

    private int skinTone() {
        if (traits.contains("dark")) {
            return canvas.pick(0x6B4226, 0x7D4F2E, 0x8D5B38);
        }
        return traits.contains("tan")
                ? canvas.pick(0xC68642, 0xB97A48, 0xD19A63)
                : canvas.pick(0xF5CFA8, 0xEDBE94, 0xFADBC0);
    }

    private int hairColor() {
        if (traits.contains("grey")) {
            return canvas.pick(0xC9C9C9, 0xE4E1DC, 0xA9A9AF);
        }
        if (traits.contains("fair")) {
            return canvas.pick(0xD9A441, 0xE3B778, 0xA5552A, 0xB5793C);
        }
        return canvas.pick(0x1E1A1A, 0x2B1D14, 0x3B2417, 0x4A2E1D);
    }

    private void hairBehind() {
        if (traits.contains("long")) {
            canvas.fill(mix(hair, 0, 0.15), roundBox(105, 105, 190, 235, 150));
        } else if (traits.contains("curly")) {
            for (int i = 0; i < 16; i++) {
                double angle = Math.PI + Math.PI * 1.5 * i / 15 - Math.PI / 4;
                canvas.fill(hair, circle(200 + 86 * Math.cos(angle), 160 + 84 * Math.sin(angle), 38));
            }
        } else if (traits.contains("bun")) {
            canvas.fill(hair, circle(200, 68, 36));
        } else if (traits.contains("scarf")) {
            canvas.fill(scarf(), roundBox(100, 78, 200, 270, 180));
        }
    }

    private void body() {
        int cloth = canvas.pick(CLOTHES);
        canvas.fill(cloth, roundBox(75, 300, 250, 200, 150));
        canvas.fill(shade, roundBox(168, 230, 64, 95, 50));
        canvas.fill(skin, oval(200, 305, 42, 26));
        if (traits.contains("scarf")) {
            canvas.fill(mix(scarf(), 0, 0.12), roundBox(125, 262, 150, 75, 60));
        } else if (canvas.random.nextBoolean()) {
            canvas.line(mix(cloth, 0xFFFFFF, 0.35), 7, new Arc2D.Double(152, 268, 96, 72, 200, 140, Arc2D.OPEN));
        }
    }

    private void head() {
        if (!traits.contains("scarf")) {
            canvas.fill(shade, circle(118, 188, 17));
            canvas.fill(shade, circle(282, 188, 17));
        }
        canvas.fill(skin, roundBox(120, 92, 160, 190, 155));
    }

    private void hairInFront() {
        if (traits.contains("bald")) {
            return;
        }
        if (traits.contains("scarf")) {
            Area frame = new Area(roundBox(108, 80, 184, 215, 170));
            frame.subtract(new Area(roundBox(128, 112, 144, 172, 140)));
            canvas.fill(scarf(), frame);
            return;
        }
        Area top = new Area(roundBox(114, 82, 172, 150, 150));
        double fringe = canvas.between(118, 142);
        top.subtract(new Area(oval(canvas.between(185, 235), fringe + 92, 100, 92)));
        top.intersect(new Area(box(100, 70, 200, traits.contains("long") ? 150 : 92)));
        canvas.fill(hair, top);
        if (traits.contains("cap")) {
            canvas.fill(scarf(), new Arc2D.Double(112, 66, 176, 130, 0, 180, Arc2D.CHORD));
            canvas.fill(mix(scarf(), 0, 0.25), roundBox(105, 124, 190, 18, 18));
        }
    }

    private void face() {
        int dark = 0x2A2020;
        double look = canvas.between(-3, 3);
        for (int side = -1; side <= 1; side += 2) {
            double x = 200 + side * 34;
            canvas.fill(0xFFFFFF, oval(x, 188, 13, 10));
            canvas.fill(dark, circle(x + look, 188, 7));
            canvas.fill(0xFFFFFF, circle(x + look + 2.5, 185, 2.2));
            canvas.line(mix(hair, dark, 0.4), 5, new Arc2D.Double(x - 16, 164, 32, 18, 35, 110, Arc2D.OPEN));
            canvas.fill(0xE0605A, 0.22, circle(200 + side * 52, 222, 15));
        }
        canvas.line(shade, 5, new Arc2D.Double(190, 196, 20, 22, 200, 140, Arc2D.OPEN));
        beard();
        mouth();
        glasses(dark);
    }

    private void beard() {
        if (traits.contains("beard")) {
            Area beard = new Area(roundBox(120, 150, 160, 138, 140));
            beard.subtract(new Area(oval(200, 178, 80, 60)));
            canvas.fill(hair, beard);
            canvas.fill(skin, oval(200, 243, 26, 13));
        } else if (traits.contains("moustache")) {
            canvas.fill(hair, new Arc2D.Double(168, 222, 64, 28, 0, 180, Arc2D.CHORD));
        }
    }

    private void mouth() {
        if (canvas.random.nextBoolean()) {
            canvas.fill(0x8C2F39, new Arc2D.Double(176, 226, 48, 34, 180, 180, Arc2D.CHORD));
            canvas.fill(0xFFFFFF, new Arc2D.Double(181, 236, 38, 12, 180, 180, Arc2D.CHORD));
        } else {
            canvas.line(0x8C3F3F, 5, new Arc2D.Double(174, 222, 52, 32, 205, 130, Arc2D.OPEN));
        }
    }

    private void glasses(int dark) {
        if (traits.contains("glasses")) {
            canvas.line(dark, 5, circle(166, 188, 25));
            canvas.line(dark, 5, circle(234, 188, 25));
            canvas.line(dark, 5, new Arc2D.Double(190, 178, 20, 14, 20, 140, Arc2D.OPEN));
        }
    }

    private int scarf() {
        return mix(hair, GROUNDS[Math.floorMod(hair + traits.size(), GROUNDS.length)], 0.8);
    }
}
