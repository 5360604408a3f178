package io.microblog.bench.data;

/** How many posts each person has, and which is the newest. */
final class AuthorTotals {

    private final int[] posts;
    private final long[] newest;

    private AuthorTotals(int people) {
        posts = new int[people];
        newest = new long[people];
    }

    static AuthorTotals of(People people, Posts posts) {
        AuthorTotals totals = new AuthorTotals(people.count());
        for (int post = 0; post < posts.count(); post++) {
            if (posts.isCounted(post)) {
                totals.posts[posts.author(post)]++;
                totals.newest[posts.author(post)] = posts.id(post);
            }
        }
        return totals;
    }

    int posts(int person) {
        return posts[person];
    }

    /** The id of the newest post, for somebody who has any. */
    long newest(int person) {
        return newest[person];
    }
}
