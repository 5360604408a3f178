package io.microblog.local.demo.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

import static io.microblog.local.demo.drawing.Canvas.box;
import static io.microblog.local.demo.drawing.Canvas.circle;
import static io.microblog.local.demo.drawing.Canvas.mix;
import static io.microblog.local.demo.drawing.Canvas.oval;
import static io.microblog.local.demo.drawing.Canvas.polygon;
import static io.microblog.local.demo.drawing.Canvas.roundBox;

/** Single objects on a table before a wall, measured in hundredths of the picture's height around its middle. */
final class Things {

    private Things() {}

    static void cup(Canvas canvas) {
        double u = room(canvas);
        double x = canvas.width / 2.0;
        int glaze = canvas.pick(0xF4F1DE, 0xE07A5F, 0x3D7EA6, 0x81B29A, 0xF2CC8F);
        canvas.fill(mix(glaze, 0xFFFFFF, 0.4), oval(x, 78 * u, 34 * u, 6 * u));
        canvas.line(glaze, 4 * u, circle(x + 24 * u, 56 * u, 9 * u));
        canvas.fill(glaze, roundBox(x - 23 * u, 40 * u, 46 * u, 38 * u, 22 * u));
        canvas.fill(mix(glaze, 0, 0.1), oval(x, 42 * u, 23 * u, 6 * u));
        canvas.fill(canvas.pick(0x4B2E20, 0x6F4518, 0x8A9A3B), oval(x, 42.5 * u, 20 * u, 4.6 * u));
        for (int i = -1; i <= 1; i++) {
            Path2D steam = new Path2D.Double();
            steam.moveTo(x + i * 9 * u, 34 * u);
            steam.curveTo(x + (i * 9 + 6) * u, 27 * u, x + (i * 9 - 6) * u, 21 * u, x + i * 9 * u, 13 * u);
            canvas.line(0xFFFFFF, 1.2 * u, steam);
        }
    }

    static void plant(Canvas canvas) {
        double u = room(canvas);
        double x = canvas.width / 2.0;
        int leaf = canvas.pick(0x2D6A4F, 0x588157, 0x40916C);
        int leaves = 9;
        for (int i = 0; i < leaves; i++) {
            double angle = Math.toRadians(-75 + 150.0 * i / (leaves - 1));
            double length = canvas.between(26, 40) * u;
            AffineTransform turn = AffineTransform.getRotateInstance(angle, x, 56 * u);
            canvas.fill(
                    mix(leaf, 0xFFFFFF, canvas.between(0, 0.2)),
                    turn.createTransformedShape(oval(x, 56 * u - length / 2, 5 * u, length / 2)));
            canvas.line(
                    mix(leaf, 0, 0.25),
                    0.6 * u,
                    turn.createTransformedShape(new Line2D.Double(x, 56 * u, x, 56 * u - length * 0.9)));
        }
        int clay = canvas.pick(0xC8553D, 0xB5651D, 0xE0D6C8, 0x577590);
        canvas.fill(clay, polygon(x - 20 * u, 56 * u, x + 20 * u, 56 * u, x + 15 * u, 82 * u, x - 15 * u, 82 * u));
        canvas.fill(mix(clay, 0, 0.12), roundBox(x - 22 * u, 52 * u, 44 * u, 8 * u, 4 * u));
    }

    static void bread(Canvas canvas) {
        double u = room(canvas);
        double x = canvas.width / 2.0;
        canvas.fill(0x8B5E3C, roundBox(x - 50 * u, 74 * u, 100 * u, 6 * u, 5 * u));
        int crust = canvas.pick(0xB5702C, 0xA65E2E, 0xC58B45);
        canvas.fill(crust, new Arc2D.Double(x - 42 * u, 34 * u, 84 * u, 82 * u, 0, 180, Arc2D.CHORD));
        canvas.fill(
                mix(crust, 0xFFFFFF, 0.18), new Arc2D.Double(x - 36 * u, 38 * u, 66 * u, 62 * u, 20, 140, Arc2D.CHORD));
        for (int cut = -2; cut <= 2; cut++) {
            canvas.line(
                    0xF6DFB5,
                    2.2 * u,
                    new Line2D.Double(x + (cut * 12 - 4) * u, 58 * u, x + (cut * 12 + 5) * u, 45 * u));
        }
        for (int crumb = 0; crumb < 14; crumb++) {
            canvas.fill(
                    crust,
                    circle(x + canvas.between(-60, 60) * u, canvas.between(82, 90) * u, canvas.between(0.4, 1) * u));
        }
    }

    static void bicycle(Canvas canvas) {
        double u = room(canvas);
        double x = canvas.width / 2.0;
        int paint = canvas.pick(0xD1495B, 0x1B998B, 0x33658A, 0xF2A541);
        for (int side = -1; side <= 1; side += 2) {
            double hub = x + side * 27 * u;
            for (int spoke = 0; spoke < 8; spoke++) {
                double angle = Math.PI * spoke / 8;
                double dx = 18 * u * Math.cos(angle);
                double dy = 18 * u * Math.sin(angle);
                canvas.line(0xB8B8B8, 0.4 * u, new Line2D.Double(hub - dx, 64 * u - dy, hub + dx, 64 * u + dy));
            }
            canvas.line(0x2B2B2B, 2 * u, circle(hub, 64 * u, 18 * u));
        }
        canvas.line(
                paint, 2.2 * u, polygon(x - 27 * u, 64 * u, x - 10 * u, 40 * u, x + 17 * u, 40 * u, x - 3 * u, 64 * u));
        canvas.line(paint, 2.2 * u, new Line2D.Double(x - 12 * u, 35 * u, x - 3 * u, 64 * u));
        canvas.line(paint, 2.2 * u, new Line2D.Double(x + 27 * u, 64 * u, x + 16 * u, 32 * u));
        canvas.line(0x2B2B2B, 2 * u, new Line2D.Double(x + 10 * u, 31 * u, x + 20 * u, 31 * u));
        canvas.fill(0x2B2B2B, roundBox(x - 19 * u, 32 * u, 14 * u, 4 * u, 4 * u));
        canvas.fill(0x2B2B2B, circle(x - 3 * u, 64 * u, 3 * u));
    }

    static void books(Canvas canvas) {
        double u = room(canvas);
        double x = canvas.width / 2.0 - 58 * u;
        while (x < canvas.width / 2.0 + 52 * u) {
            double width = canvas.between(6, 13) * u;
            double top = canvas.between(22, 44) * u;
            int cover = canvas.pick(0x8C2F39, 0x33658A, 0x55652F, 0xE9C46A, 0x5C4D7D, 0xF4F1DE, 0x2F4858, 0xC8553D);
            canvas.fill(cover, roundBox(x, top, width, 80 * u - top, 1.5 * u));
            canvas.fill(mix(cover, 0xFFFFFF, 0.5), box(x, top + 5 * u, width, 1.5 * u));
            canvas.fill(mix(cover, 0xFFFFFF, 0.5), box(x, 72 * u, width, 1.5 * u));
            x += width + 0.6 * u;
        }
    }

    /** Wall and table; returns a hundredth of the height. */
    private static double room(Canvas canvas) {
        int wall = canvas.pick(0xCFE1E8, 0xF3E3D3, 0xDCE6D0, 0xE6DCEB, 0xF0D9C8, 0xD8DEE9);
        canvas.background(mix(wall, 0xFFFFFF, 0.3), wall);
        double u = canvas.height / 100.0;
        canvas.fill(0xFFFFFF, 0.35, circle(canvas.width * canvas.between(0.35, 0.65), 45 * u, 40 * u));
        canvas.fill(canvas.pick(0xA9744F, 0xBC8F6F, 0x8D6E63, 0xC9A27E), box(0, 78 * u, canvas.width, 22 * u));
        canvas.fill(0, 0.08, oval(canvas.width / 2.0, 83 * u, 48 * u, 4 * u));
        return u;
    }
}
