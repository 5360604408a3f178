package io.microblog.post.status;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Whose eyes read.
 *
 * @param id the person; null for somebody signed out
 */
public record Reader(@Nullable Long id) {

    /** Somebody signed out. */
    public static final Reader NOBODY = new Reader(null);

    /**
     * The caller of a public endpoint that shows posts.
     *
     * @throws NotAllowed when there is a token but it does not allow reading posts
     */
    public static Reader of(Caller caller) {
        if (caller.isAuthenticated() && !caller.hasScope("read:statuses")) {
            throw new NotAllowed("This action is outside the authorized scopes");
        }
        return new Reader(caller.accountId());
    }

    boolean isSignedIn() {
        return id != null;
    }

    boolean is(long accountId) {
        return id != null && id == accountId;
    }
}
