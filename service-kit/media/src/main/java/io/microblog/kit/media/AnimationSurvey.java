package io.microblog.kit.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;

import org.springframework.util.unit.DataSize;

/** Learns what an animation takes before any of its pictures is decoded, and refuses what is too much. */
final class AnimationSurvey implements Screen {

    /** About a minute of a smooth one. */
    private static final int MAX_PICTURES = 1_000;

    /** Somewhat more than a telephone's screen. */
    private static final long MAX_SCREEN = 1L << 22;

    /** Of all pictures, each with the screen that it changes: some ten seconds of work, in which 600 are shown at 600 by 400. */
    private static final long MAX_WORK = 300_000_000;

    /** The pixels of all pictures made anew; the more there are, the smaller they become. */
    private static final long MAX_MADE = 40_000_000;

    /** The screen, the one before, the picture, what is made of it, and what was made before. */
    private static final int SCREENS = 6;

    private long screen;
    private long work;
    private int pictures;

    /**
     * Looks through a file.
     *
     * @throws MalformedImage when it is an animation that is too much
     */
    static AnimationSurvey of(ImageFile file) throws IOException {
        var survey = new AnimationSurvey();
        try {
            file.project(survey);
        } catch (EOFException _) {
            // Shown until there, as browsers do; the first picture is complete.
        }
        return survey;
    }

    @Override
    public void open(int width, int height) throws MalformedImage {
        screen = (long) width * height;
    }

    @Override
    public OutputStream next() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public void show(Cel cel) throws MalformedImage {
        pictures++;
        work += screen + cel.facts().pixels();
        if (pictures > 1 && (screen > MAX_SCREEN || cel.facts().pixels() > MAX_SCREEN)) {
            throw new MalformedImage("is an animation of more than %d pixels".formatted(MAX_SCREEN));
        }
        if (pictures > MAX_PICTURES || (pictures > 1 && work > MAX_WORK)) {
            throw new MalformedImage("is an animation that is too long for its size");
        }
    }

    boolean isAnimation() {
        return pictures > 1 && screen > 0;
    }

    /** The area that each picture may have in the end. */
    long pixels() {
        return MAX_MADE / pictures;
    }

    /** What the work takes of the heap, in bytes, beside the file. */
    long memory(DataSize maxBytes) {
        return screen * Integer.BYTES * SCREENS + maxBytes.toBytes();
    }
}
