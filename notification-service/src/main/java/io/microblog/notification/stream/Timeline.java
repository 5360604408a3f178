package io.microblog.notification.stream;

/** What one can listen to. Everybody is local, so {@code :local} changes nothing and {@code :remote} is silent. */
enum Timeline {
    /** A person's home and notifications. */
    USER,
    /** A person's notifications alone. */
    NOTIFICATIONS,
    /** All public posts. */
    EVERYBODY,
    /** Those with something to look at. */
    MEDIA,
    /** Public posts with a hashtag. */
    HASHTAG,
    /** A list of one's own. */
    LIST,
    /** A person's conversations. */
    DIRECT,
    /** Nothing ever. */
    SILENCE
}
