package io.microblog.notification.mail;

import java.util.Locale;
import java.util.Optional;

import io.microblog.notification.preference.MailKind;
import org.jspecify.annotations.Nullable;

/** What mails there are. */
public enum Template {
    /** Proves that an address belongs to who gave it. */
    CONFIRMATION(Lane.SECURITY, null),
    /** Somebody signed up with an address that has an account. */
    SIGN_UP_ATTEMPT(Lane.SECURITY, null),
    /** The account that was asked for is open. */
    APPROVAL(Lane.SECURITY, null),
    /** Chooses a new password for who forgot the old one. */
    PASSWORD_RESET(Lane.SECURITY, null),
    /** The password is another one. */
    PASSWORD_CHANGE(Lane.SECURITY, null),
    /** Proves that both the present and the next address belong to who changes it. */
    EMAIL_CHANGE(Lane.SECURITY, null),
    /** The account was signed in to on a device not seen before. */
    NEW_DEVICE(Lane.SECURITY, null),
    /** Moderators warned the owner of the account. */
    WARNING(Lane.SECURITY, null),
    /** Moderators deleted posts of the account. */
    REMOVAL(Lane.SECURITY, null),
    /** Moderators have all posts of the account count as sensitive. */
    SENSITIZING(Lane.SECURITY, null),
    /** Moderators keep the account from those who do not follow it. */
    LIMITATION(Lane.SECURITY, null),
    /** Moderators closed the account to its owner. */
    FREEZE(Lane.SECURITY, null),
    /** Moderators closed the account for everybody. */
    SUSPENSION(Lane.SECURITY, null),
    /** Moderators took back what the recipient had appealed against. */
    APPEAL_APPROVAL(Lane.SECURITY, null),
    /** Moderators left it as it was. */
    APPEAL_REJECTION(Lane.SECURITY, null),
    /** Moderators wrote to the recipient. */
    MODERATOR_MESSAGE(Lane.SECURITY, null),
    /** A post of the recipient could not be published at its time. */
    RETURNED_POST(Lane.NOTIFICATION, null),
    /** A moderator published a post of the recipient that a rule had held. */
    RELEASED_POST(Lane.NOTIFICATION, null),
    /** Somebody followed the recipient. */
    FOLLOW(Lane.NOTIFICATION, MailKind.FOLLOW),
    /** Somebody asks to follow the recipient. */
    FOLLOW_REQUEST(Lane.NOTIFICATION, MailKind.FOLLOW_REQUEST),
    /** Somebody named the recipient in a post. */
    MENTION(Lane.NOTIFICATION, MailKind.MENTION),
    /** Somebody answered a post of the recipient. */
    REPLY(Lane.NOTIFICATION, MailKind.REPLY),
    /** Somebody marked a post of the recipient as a favourite. */
    FAVOURITE(Lane.NOTIFICATION, MailKind.FAVOURITE),
    /** Somebody boosted a post of the recipient. */
    REBLOG(Lane.NOTIFICATION, MailKind.REBLOG),
    /** A poll ended in which the recipient voted or which they opened. */
    POLL(Lane.NOTIFICATION, MailKind.POLL),
    /** Somebody appealed against a decision, and the recipient decides about that. */
    APPEAL(Lane.NOTIFICATION, MailKind.APPEAL),
    /** The server tells its people something. */
    ANNOUNCEMENT(Lane.BROADCAST, MailKind.ANNOUNCEMENT);

    private final Lane lane;
    private final @Nullable MailKind kind;

    Template(Lane lane, @Nullable MailKind kind) {
        this.lane = lane;
        this.kind = kind;
    }

    /** Where it queues. */
    public Lane lane() {
        return lane;
    }

    /** What a person switches off to get no more of them; empty for mails that cannot be switched off. */
    public Optional<MailKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** The beginning of its message keys, and its tag at the provider. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
