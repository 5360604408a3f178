package io.microblog.notification.announcement;

import org.jspecify.annotations.Nullable;

/**
 * An announcement that its authors want to be mailed is published; said in that very transaction, perhaps repeatedly.
 *
 * @param by who published or changed it; null for the schedule
 */
public record AnnouncementMailDue(
        long announcementId, @Nullable Long by) {}
