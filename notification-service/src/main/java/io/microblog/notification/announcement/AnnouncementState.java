package io.microblog.notification.announcement;

import java.util.Locale;

/** The life of an announcement. */
public enum AnnouncementState {
    /** Nobody but its authors knows of it. */
    DRAFT,
    /** It is published when its time comes. */
    SCHEDULED,
    /** It is shown to those whom it is for. */
    PUBLISHED,
    /** Its end has come. */
    OVER;

    /** The name in the API. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
