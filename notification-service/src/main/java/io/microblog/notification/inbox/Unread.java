package io.microblog.notification.inbox;

import java.util.List;

import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the list of notifications shows and the person has not read yet. */
@Component
class Unread {

    /** As many as the owners of posts and accounts are asked about at once. */
    private static final int BATCH = 100;

    private final NotificationRepository notifications;
    private final Hydration hydration;

    Unread(NotificationRepository notifications, Hydration hydration) {
        this.notifications = notifications;
        this.hydration = hydration;
    }

    /**
     * How many there are above the id {@code read}, counted up to {@code limit}.
     *
     * @throws io.microblog.kit.problem.Unavailable when nobody can tell what this person may see
     */
    int count(long recipient, NotificationFilter filter, long read, int limit) {
        int count = 0;
        @Nullable Long below = null;
        List<Notification> batch;
        do {
            batch = notifications.page(recipient, filter, new Page(below, read, null, BATCH));
            count += hydration.of(batch, recipient).size();
            below = batch.isEmpty() ? null : batch.getLast().id();
        } while (batch.size() == BATCH && count < limit);
        return Math.min(count, limit);
    }
}
