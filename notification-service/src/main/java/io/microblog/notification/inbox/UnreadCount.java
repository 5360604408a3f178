package io.microblog.notification.inbox;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.problem.BadRequest;

/** How many the person has not read yet. */
@SchemaName("CountResponse")
record UnreadCount(int count) {

    private static final int USUAL = 100;
    private static final int MAX = 1_000;

    /**
     * Up to which number to count, where a client says {@code limit}.
     *
     * @throws BadRequest when it is negative
     */
    static int limit(int limit) {
        if (limit < 0) {
            throw new BadRequest("Parameter limit is a negative number");
        }
        return limit == 0 ? USUAL : Math.min(limit, MAX);
    }
}
