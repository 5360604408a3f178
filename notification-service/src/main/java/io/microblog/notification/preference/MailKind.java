package io.microblog.notification.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of mails that a person can choose one by one. */
public enum MailKind {
    /** Somebody followed them. */
    FOLLOW(MailMode.AT_ONCE),
    /** Somebody asks to follow them. */
    FOLLOW_REQUEST(MailMode.AT_ONCE),
    /** Somebody named them in a post. */
    MENTION(MailMode.AT_ONCE),
    /** Somebody answered their post. */
    REPLY(MailMode.AT_ONCE),
    /** Somebody marked their post as a favourite. */
    FAVOURITE(MailMode.NEVER),
    /** Somebody boosted their post. */
    REBLOG(MailMode.NEVER),
    /** A poll ended in which they voted or which they opened. */
    POLL(MailMode.NEVER),
    /** The server told its people something. */
    ANNOUNCEMENT(MailMode.AT_ONCE),
    /** Somebody appealed against a decision; only those hear of it whose role lets them decide about appeals. */
    APPEAL(MailMode.AT_ONCE);

    private final MailMode byDefault;

    MailKind(MailMode byDefault) {
        this.byDefault = byDefault;
    }

    /** What holds for those who have not decided. */
    public MailMode byDefault() {
        return byDefault;
    }

    /** Whether it may wait for a digest where the server must save mails. */
    public boolean isDeferrable() {
        return this == FOLLOW || this == FAVOURITE || this == REBLOG || this == POLL;
    }

    /** Whether only some people get such mails at all. */
    boolean isForStaff() {
        return this == APPEAL;
    }

    /** What one can choose. */
    List<MailMode> modes() {
        return this == ANNOUNCEMENT || this == APPEAL
                ? List.of(MailMode.AT_ONCE, MailMode.NEVER)
                : List.of(MailMode.values());
    }

    /** The name in links, in the table and in message keys. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MailKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
