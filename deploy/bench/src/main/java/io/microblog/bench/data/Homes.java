package io.microblog.bench.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** What stands in each person's home, by the rules of post-service. */
final class Homes {

    /** Entries kept for each owner, as post-service keeps them. */
    static final int CAPACITY = 800;

    /**
     * One line of a home.
     *
     * @param id of the post, or of the boost
     * @param author whose post or boost it is
     * @param boosted the post behind a boost; negative for a post
     */
    record Entry(long id, int author, int boosted) {}

    private final People people;
    private final Posts posts;
    private final Boosts boosts;
    private final int[][] written;
    private final int[][] carried;

    Homes(People people, Posts posts, Boosts boosts) {
        this.people = people;
        this.posts = posts;
        this.boosts = boosts;
        this.written = byPerson(people.count(), posts.count(), posts::author);
        this.carried = byPerson(people.count(), boosts.count(), boosts::account);
    }

    private interface Owner {
        int of(int thing);
    }

    private static int[][] byPerson(int people, int things, Owner owner) {
        int[] counts = new int[people];
        IntStream.range(0, things).forEach(thing -> counts[owner.of(thing)]++);
        int[][] result = new int[people][];
        for (int person = 0; person < people; person++) {
            result[person] = new int[counts[person]];
        }
        for (int thing = things - 1; thing >= 0; thing--) {
            result[owner.of(thing)][--counts[owner.of(thing)]] = thing;
        }
        return result;
    }

    /** A list of somebody's posts or boosts, read from its end. */
    private final class Cursor {
        private final int[] things;
        private final boolean boosts;
        private int next;

        Cursor(int[] things, boolean boosts) {
            this.things = things;
            this.boosts = boosts;
            this.next = things.length - 1;
        }

        boolean isEmpty() {
            return next < 0;
        }

        long id() {
            return boosts ? Homes.this.boosts.id(things[next]) : posts.id(things[next]);
        }
    }

    /** The newest entries, oldest first. */
    List<Entry> of(int owner) {
        PriorityQueue<Cursor> queue =
                new PriorityQueue<>(Comparator.comparingLong(Cursor::id).reversed());
        add(queue, written[owner], false);
        for (int followed : people.following(owner)) {
            if (!people.isLarge(followed)) {
                add(queue, written[followed], false);
                add(queue, carried[followed], true);
            }
        }
        List<Entry> entries = new ArrayList<>(CAPACITY);
        while (!queue.isEmpty() && entries.size() < CAPACITY) {
            Cursor newest = queue.remove();
            int thing = newest.things[newest.next];
            if (newest.boosts) {
                entries.add(new Entry(newest.id(), boosts.account(thing), boosts.post(thing)));
            } else if (belongs(owner, thing)) {
                entries.add(new Entry(newest.id(), posts.author(thing), -1));
            }
            newest.next--;
            if (!newest.isEmpty()) {
                queue.add(newest);
            }
        }
        return entries.reversed();
    }

    private void add(PriorityQueue<Cursor> queue, int[] things, boolean boosts) {
        if (things.length > 0) {
            queue.add(new Cursor(things, boosts));
        }
    }

    /** No direct post; an answer only to somebody who is followed too, to oneself, or by oneself. */
    private boolean belongs(int owner, int post) {
        if (!posts.isCounted(post)) {
            return false;
        }
        if (!posts.isAnswer(post) || posts.author(post) == owner) {
            return true;
        }
        int answered = posts.author(posts.answered(post));
        return answered == posts.author(post) || answered == owner || people.follows(owner, answered);
    }
}
