package io.microblog.post.status;

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

    /** The caller of a public endpoint. Whether its token allows reading is the endpoint's business. */
    public static Reader of(Caller caller) {
        return new Reader(caller.accountId());
    }

    boolean isSignedIn() {
        return id != null;
    }

    boolean is(long accountId) {
        return id != null && id == accountId;
    }
}
