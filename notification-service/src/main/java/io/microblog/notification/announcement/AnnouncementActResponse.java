package io.microblog.notification.announcement;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done with an announcement.
 *
 * @param accountId who did it; null for the schedule
 * @param act what was done, as {@code published}
 */
record AnnouncementActResponse(String id, @Nullable String accountId, String act, Instant at) {}
