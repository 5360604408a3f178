package io.microblog.bench.data;

import java.util.SplittableRandom;

/** Who favoured what: most posts nobody, a few very many. */
final class Favourites {

    private static final int NODE = 4;
    private static final double FAVOURED = 0.05;
    private static final Zipf NUMBERS = new Zipf(200, 1.5);

    private final long seed;
    private final Posts posts;
    private final int people;

    Favourites(long seed, Posts posts, int people) {
        this.seed = seed;
        this.posts = posts;
        this.people = people;
    }

    int count(int post) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xFA70L ^ post * 0x9E3779B97F4A7C15L);
        return posts.isOpen(post) && random.nextDouble() < FAVOURED ? Math.min(people, 1 + NUMBERS.draw(random)) : 0;
    }

    /** The number-th person who did, no two alike. */
    int account(int post, int number) {
        return Math.floorMod(post * 31 + number, people);
    }

    /** Of the number-th favourite of the post, one a millisecond. */
    long id(int post, int number) {
        return posts.id(post) - ((long) Posts.NODE << 10) + ((number + 1L) << 16) + (NODE << 10);
    }
}
