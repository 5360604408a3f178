package io.microblog.post.status;

import org.jspecify.annotations.Nullable;

/**
 * How much of a thread one answer shows at most (docs.joinmastodon.org/methods/statuses/#context).
 *
 * @param ancestors posts above
 * @param descendants posts below
 * @param depth how many steps below
 */
record ThreadLimits(int ancestors, int descendants, int depth) {

    private static final ThreadLimits SIGNED_OUT = new ThreadLimits(40, 60, 20);
    private static final ThreadLimits SIGNED_IN = new ThreadLimits(4_096, 4_096, Integer.MAX_VALUE);

    /** @param wanted posts above and below each; null for as many as are allowed */
    static ThreadLimits of(Reader reader, @Nullable Integer wanted) {
        ThreadLimits most = reader.isSignedIn() ? SIGNED_IN : SIGNED_OUT;
        return wanted == null ? most : most.atMost(Math.max(wanted, 1));
    }

    private ThreadLimits atMost(int count) {
        return new ThreadLimits(Math.min(ancestors, count), Math.min(descendants, count), depth);
    }
}
