package io.microblog.post.posting;

import io.microblog.post.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a request to publish has come to.
 *
 * @param id of the post, or of the scheduled one
 * @param scheduled whether it waits for its time
 * @param status the post as its author sees it; null where that is to be read
 */
record Created(long id, boolean scheduled, @Nullable Status status) {

    Created(long id, boolean scheduled) {
        this(id, scheduled, null);
    }
}
