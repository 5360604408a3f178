package io.microblog.kit.media;

/**
 * One picture of an animation, and how it is shown.
 *
 * @param facts of the picture alone
 * @param x from the left edge of the screen, in pixels
 * @param y from the upper edge
 * @param delay until the next one is shown, in hundredths of a second
 * @param blended whether what is below shines through; otherwise it is replaced
 * @param disposal what is left of it then
 */
record Cel(ImageFacts facts, int x, int y, int delay, boolean blended, Disposal disposal) {

    /** In hundredths, as the delay. */
    static final int SECOND = 100;

    private static final int SHORTEST = 2;
    private static final int USUAL = 10;
    private static final int LONGEST = 60 * SECOND;

    /** Browsers take a shorter delay than they can keep for none at all, and a tenth of a second in its place. */
    Cel {
        delay = delay < SHORTEST ? USUAL : Math.min(delay, LONGEST);
    }

    /** What becomes of a picture before the next one. */
    enum Disposal {
        STAYS,
        CLEARED,
        UNDONE;

        /** As APNG numbers them. */
        static Disposal of(int number) {
            return number == 1 ? CLEARED : number == 2 ? UNDONE : STAYS;
        }
    }
}
