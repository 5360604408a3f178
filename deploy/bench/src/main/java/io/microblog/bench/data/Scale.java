package io.microblog.bench.data;

/**
 * How much there is.
 *
 * @param factor 1 to 16 and beyond; at 16 there are 10,000 people and 1,000,000 posts
 */
public record Scale(int factor) {

    /** The size at which the targets are measured. */
    public static final Scale FULL = new Scale(16);

    private static final int PEOPLE = 625;
    private static final int POSTS_EACH = 100;

    public Scale {
        if (factor < 1) {
            throw new IllegalArgumentException("A scale begins at 1");
        }
    }

    public int people() {
        return PEOPLE * factor;
    }

    public int posts() {
        return people() * POSTS_EACH;
    }

    int boosts() {
        return posts() / 10;
    }
}
