package io.microblog.notification.announcement;

/** An announcement is shown no more; said in that very transaction. */
public record AnnouncementWithdrawn(long announcementId) {}
