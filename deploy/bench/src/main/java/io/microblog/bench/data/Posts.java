package io.microblog.bench.data;

import java.util.SplittableRandom;

/**
 * Who wrote when, what answers what, who may read it. Everything is a number from 0 in the order of time; texts are made
 * when they are asked for, see {@link Texts}.
 */
public final class Posts {

    /** Who may read a post, as the services name it. */
    enum Visibility {
        PUBLIC,
        UNLISTED,
        PRIVATE,
        DIRECT
    }

    static final int NODE = 2;

    private static final double ACTIVITY = 0.6;
    private static final double ANSWERS = 0.3;
    /** Answers come while a post is new. */
    private static final int ANSWERED_WITHIN = 2000;

    private static final int NONE = -1;

    private final int[] author;
    private final int[] answered;
    private final int[] thread;
    private final Visibility[] visibility;

    private Posts(int count) {
        author = new int[count];
        answered = new int[count];
        thread = new int[count];
        visibility = new Visibility[count];
    }

    static Posts of(long seed, int people, int count) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x0_9057L);
        Posts posts = new Posts(count);
        int[] byActivity = People.shuffled(people, random);
        Zipf activity = new Zipf(people, ACTIVITY);
        for (int post = 0; post < count; post++) {
            posts.author[post] = byActivity[activity.draw(random)];
            posts.visibility[post] = drawn(random.nextInt(100));
            int above = random.nextDouble() < ANSWERS ? post - 1 - random.nextInt(ANSWERED_WITHIN) : NONE;
            boolean answers = above >= 0 && posts.isOpen(above);
            posts.answered[post] = answers ? above : NONE;
            posts.thread[post] = answers ? posts.thread[above] : post;
        }
        return posts;
    }

    private static Visibility drawn(int percent) {
        if (percent < 85) {
            return Visibility.PUBLIC;
        }
        return percent < 93 ? Visibility.UNLISTED : percent < 99 ? Visibility.PRIVATE : Visibility.DIRECT;
    }

    int count() {
        return author.length;
    }

    long id(int post) {
        return Ids.spread(post, count(), NODE);
    }

    int author(int post) {
        return author[post];
    }

    boolean isAnswer(int post) {
        return answered[post] != NONE;
    }

    /** What it answers, for an answer. */
    int answered(int post) {
        return answered[post];
    }

    /** The post that began its thread. */
    int thread(int post) {
        return thread[post];
    }

    Visibility visibility(int post) {
        return visibility[post];
    }

    /** Whether everybody may read it. */
    boolean isOpen(int post) {
        return visibility[post] == Visibility.PUBLIC || visibility[post] == Visibility.UNLISTED;
    }

    /** Whether it counts among its author's posts. */
    boolean isCounted(int post) {
        return visibility[post] != Visibility.DIRECT;
    }

    /** Whether it is in the public timeline or those of its hashtags. */
    boolean isPublic(int post) {
        return visibility[post] == Visibility.PUBLIC;
    }
}
