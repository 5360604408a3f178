package io.microblog.notification.announcement;

import org.jspecify.annotations.Nullable;

/**
 * Something happened to an announcement of which those are told whom it is for.
 *
 * @param reaction the one of which there are more or fewer now; null unless that is what happened
 */
public record AnnouncementChange(
        long id, long announcementId, Kind kind, @Nullable String reaction, Addressees addressees) {

    /** What happened. */
    public enum Kind {
        /** It is new, or another one. */
        SHOWN,
        /** It is shown no more. */
        GONE,
        /** Somebody reacted, or took that back. */
        REACTION
    }
}
