package io.microblog.user.dashboard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.microblog.internal.Figure;
import org.jspecify.annotations.Nullable;

/** What is measured day by day: the API's keys, and some more. */
enum MeasureKey {
    ACTIVE_USERS,
    NEW_USERS,
    INTERACTIONS(Figure.INTERACTIONS),
    OPENED_REPORTS,
    RESOLVED_REPORTS,
    TAG_ACCOUNTS(Figure.TAG_ACCOUNTS),
    TAG_USES(Figure.TAG_USES),
    /** Ours. */
    POSTS(Figure.POSTS),
    /** Ours: the median of how long reports waited that were resolved. */
    RESPONSE_TIME,
    /** Ours. */
    MAILS_SENT(Figure.MAILS_SENT),
    /** Ours. */
    MAILS_FAILED(Figure.MAILS_FAILED),

    // Of other servers there is nothing here.
    TAG_SERVERS,
    INSTANCE_ACCOUNTS,
    INSTANCE_MEDIA_ATTACHMENTS,
    INSTANCE_REPORTS,
    INSTANCE_STATUSES,
    INSTANCE_FOLLOWS,
    INSTANCE_FOLLOWERS;

    private final @Nullable Figure figure;

    MeasureKey() {
        this(null);
    }

    MeasureKey(@Nullable Figure figure) {
        this.figure = figure;
    }

    static Optional<MeasureKey> find(String name) {
        return Stream.of(values()).filter(key -> key.wireName().equals(name)).findFirst();
    }

    /** What another service counts for it. */
    Optional<Figure> figure() {
        return Optional.ofNullable(figure);
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the numbers; null where they just count. */
    @Nullable
    String unit() {
        return switch (this) {
            case RESPONSE_TIME -> "seconds";
            case INSTANCE_MEDIA_ATTACHMENTS -> "bytes";
            default -> null;
        };
    }
}
