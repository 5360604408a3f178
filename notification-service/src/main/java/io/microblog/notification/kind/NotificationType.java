package io.microblog.notification.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The API's kinds of notifications that exist so far. */
public enum NotificationType {
    /** Somebody began to follow the recipient. */
    FOLLOW(Grouping.BY_TYPE, true),
    /** Somebody asks to follow the recipient. */
    FOLLOW_REQUEST(Grouping.NONE, true),
    /** Somebody named the recipient in a post or answered one of theirs. */
    MENTION(Grouping.NONE, true),
    /** Somebody marked a post of the recipient as a favourite. */
    FAVOURITE(Grouping.BY_POST, true),
    /** Somebody boosted a post of the recipient. */
    REBLOG(Grouping.BY_POST, true),
    /** A poll ended in which the recipient voted or which they opened. */
    POLL(Grouping.NONE, false),
    /** Somebody posted of whose posts the recipient wants to be told. */
    STATUS(Grouping.NONE, true),
    /** A post was edited that the recipient had boosted. */
    UPDATE(Grouping.NONE, false),
    /** Somebody quoted a post of the recipient. */
    QUOTE(Grouping.NONE, true),
    /** A post was edited that the recipient had quoted; shown is the one that quotes it. */
    QUOTED_UPDATE(Grouping.NONE, false),
    /** Somebody reported somebody, and the recipient handles reports. */
    ADMIN_REPORT(Grouping.NONE, false),
    /** Somebody signed up, and the recipient looks after accounts. */
    ADMIN_SIGN_UP(Grouping.BY_TYPE, false),
    /** Moderators decided something about the recipient's account. */
    MODERATION_WARNING(Grouping.NONE, false);

    /** What is for those with rights is called after them. */
    private static final String STAFF = "admin_";

    /** What those have in common that make one group. */
    public enum Grouping {
        NONE,
        BY_TYPE,
        BY_POST
    }

    private final Grouping grouping;
    private final boolean filterable;

    NotificationType(Grouping grouping, boolean filterable) {
        this.grouping = grouping;
        this.filterable = filterable;
    }

    public Grouping grouping() {
        return grouping;
    }

    /** Whether a person's policy is asked; it is not where they asked to be told themselves. */
    public boolean isFilterable() {
        return filterable;
    }

    /** The name in the API and in the table. */
    public String wireName() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.startsWith(STAFF) ? "admin." + name.substring(STAFF.length()) : name;
    }

    /**
     * The kind with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static NotificationType of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of notification: " + wireName));
    }

    /** The names of those that may be grouped. */
    public static List<String> grouped() {
        return Arrays.stream(values())
                .filter(type -> type.grouping != Grouping.NONE)
                .map(NotificationType::wireName)
                .toList();
    }
}
