package io.microblog.bench.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Who there is and who follows whom: about a hundred each, and the more popular a person the likelier.
 *
 * <p>Everybody is a number from 0. All follows from the seed.
 */
public final class People {

    private static final double POPULARITY = 0.9;
    private static final int LEAST_FOLLOWED = 50;
    private static final int MOST_FOLLOWED = 150;
    /** As post-service has it. */
    private static final int FAN_OUT_LIMIT = 5000;

    private static final String[] SYLLABLES = {"ka", "mi", "to", "ra", "ne", "lu", "so", "vi", "da", "pe", "ho", "ya"};

    private final int[][] following;
    private final int[] followers;

    private People(int[][] following, int[] followers) {
        this.following = following;
        this.followers = followers;
    }

    /** @param count of people */
    public static People of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] byPopularity = shuffled(count, random);
        Zipf popularity = new Zipf(count, POPULARITY);
        int[][] following = new int[count][];
        int[] followers = new int[count];
        for (int person = 0; person < count; person++) {
            int wanted = Math.min(count / 2, random.nextInt(LEAST_FOLLOWED, MOST_FOLLOWED + 1));
            BitSet chosen = new BitSet(count);
            while (chosen.cardinality() < wanted) {
                int other = byPopularity[popularity.draw(random)];
                if (other != person) {
                    chosen.set(other);
                }
            }
            following[person] = chosen.stream().toArray();
            for (int other : following[person]) {
                followers[other]++;
            }
        }
        return new People(following, followers);
    }

    static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    public int count() {
        return followers.length;
    }

    /** Whom the person follows, in ascending order. */
    int[] following(int person) {
        return following[person];
    }

    boolean follows(int person, int other) {
        return Arrays.binarySearch(following[person], other) >= 0;
    }

    public int followers(int person) {
        return followers[person];
    }

    /** Whether post-service merges the person's posts into homes when they are read, instead of writing them there. */
    boolean isLarge(int person) {
        return followers[person] >= FAN_OUT_LIMIT;
    }

    static String username(int person) {
        StringBuilder name = new StringBuilder();
        for (int rest = person; rest > 0; rest /= SYLLABLES.length) {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return name.append('_').append(person).toString();
    }

    static String displayName(int person) {
        String name = username(person);
        return "%s Bench".formatted(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
}
