package io.microblog.kit.media;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/** Shows an animation and films what is seen. */
final class Animator implements Screen {

    private final Frame frame;
    private final GifEncoder film;
    private final Rebuilt file;
    private BufferedImage screen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    private @Nullable BufferedImage first;
    private @Nullable BufferedImage before;
    private Rectangle cleared = new Rectangle();

    /**
     * @param frame of each picture of the film
     * @param size of the file, which none of its pictures exceeds
     */
    Animator(Frame frame, GifEncoder film, int size) {
        this.frame = frame;
        this.film = film;
        this.file = new Rebuilt(size);
    }

    /** What is seen at the beginning. */
    BufferedImage first() throws MalformedImage {
        if (first == null) {
            throw new MalformedImage("has no picture in it");
        }
        return first;
    }

    @Override
    public void open(int width, int height) {
        screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    @Override
    public OutputStream next() {
        file.reset();
        return file;
    }

    @Override
    public void show(Cel cel) throws IOException {
        BufferedImage picture = file.decode(cel.facts());
        dispose();
        switch (cel.disposal()) {
            case STAYS -> {}
            case CLEARED ->
                cleared = new Rectangle(
                        cel.x(), cel.y(), cel.facts().width(), cel.facts().height());
            case UNDONE -> before = Pixels.as(screen, BufferedImage.TYPE_INT_ARGB);
        }
        draw(picture, cel);
        if (first == null) {
            first = Pixels.as(screen, BufferedImage.TYPE_INT_ARGB);
        }
        film.add(frame.fit(screen), cel.delay());
    }

    private void draw(BufferedImage picture, Cel cel) {
        Graphics2D graphics = screen.createGraphics();
        graphics.setComposite(cel.blended() ? AlphaComposite.SrcOver : AlphaComposite.Src);
        graphics.drawImage(picture, cel.x(), cel.y(), null);
        graphics.dispose();
    }

    private void dispose() {
        Graphics2D graphics = screen.createGraphics();
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(cleared);
        graphics.dispose();
        cleared = new Rectangle();
        if (before != null) {
            screen = before;
            before = null;
        }
    }
}
