package io.microblog.bench.data;

import java.util.BitSet;
import java.util.SplittableRandom;

/** Who carried which post on; numbers from 0 in the order of time. */
final class Boosts {

    private static final int NODE = 3;
    private static final double POPULARITY = 0.8;

    private final int[] account;
    private final int[] post;

    private Boosts(int count) {
        account = new int[count];
        post = new int[count];
    }

    /** Each of a post that is older than the boost, by somebody who has not boosted it yet. */
    static Boosts of(long seed, People people, Posts posts, int count) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xb0057L);
        Boosts boosts = new Boosts(count);
        BitSet taken = new BitSet();
        for (int boost = 0; boost < count; boost++) {
            int newest = (int) ((long) boost * posts.count() / count);
            int post = Math.max(0, newest - 1 - (int) (Math.pow(random.nextDouble(), 1 / POPULARITY) * 5000));
            while (taken.get(post) || !posts.isOpen(post)) {
                post = (post + 1) % posts.count();
            }
            // One boost a post: enough for what is measured, and no two by the same person.
            taken.set(post);
            boosts.post[boost] = post;
            boosts.account[boost] = random.nextInt(people.count());
        }
        return boosts;
    }

    int count() {
        return account.length;
    }

    long id(int boost) {
        return Ids.spread(boost, count(), NODE) + 1;
    }

    int account(int boost) {
        return account[boost];
    }

    int post(int boost) {
        return post[boost];
    }
}
