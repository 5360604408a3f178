package io.microblog.user.letter;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.microblog.event.SecurityEvent.AccountSanctioned;
import io.microblog.event.SecurityEvent.AppealDecided;
import io.microblog.event.SecurityEvent.EmailChangeRequested;
import io.microblog.event.SecurityEvent.LetterDue;
import io.microblog.event.SecurityEvent.ModeratorsWrote;
import io.microblog.event.SecurityEvent.PasswordChanged;
import io.microblog.event.SecurityEvent.PasswordResetRequested;
import io.microblog.event.SecurityEvent.SignUpApproved;
import io.microblog.event.SecurityEvent.SignUpAttempted;
import io.microblog.event.SecurityEvent.SignedInFromNewDevice;

/** The letters that concern an account, and where their links lead. */
public enum LetterKind {
    /** Somebody signed up with the account's address. */
    SIGN_UP_ATTEMPT("/auth/password/new", false, Duration.ofDays(2)),
    /** The account was approved. */
    APPROVAL("/auth/sign_in", false, Duration.ofDays(2)),
    /** A new password may be chosen. */
    PASSWORD_RESET("/auth/password/edit?reset_password_token=", true, Duration.ofHours(1)),
    /** The password is another one. */
    PASSWORD_CHANGE("/auth/password/new", false, Duration.ofDays(2)),
    /** One end of a change of address must agree. */
    EMAIL_CHANGE("/auth/email_change?token=", true, Duration.ofDays(1)),
    /** Somebody signed in on a new device. */
    NEW_DEVICE("/auth/settings", false, Duration.ofDays(2)),
    /** Moderators warned the owner. */
    WARNING("/settings/strikes", false, Duration.ofDays(2)),
    /** Moderators deleted posts of the account. */
    REMOVAL("/settings/strikes", false, Duration.ofDays(2)),
    /** Moderators have all posts of the account count as sensitive. */
    SENSITIZING("/settings/strikes", false, Duration.ofDays(2)),
    /** Moderators keep the account from those who do not follow it. */
    LIMITATION("/settings/strikes", false, Duration.ofDays(2)),
    /** Moderators closed the account to its owner, who may appeal without signing in. */
    FREEZE("/auth/appeal?token=", true, Duration.ofDays(20)),
    /** Moderators closed the account for everybody; the same. */
    SUSPENSION("/auth/appeal?token=", true, Duration.ofDays(20)),
    /** Moderators took back what the owner had appealed against. */
    APPEAL_APPROVAL("/settings/strikes", false, Duration.ofDays(2)),
    /** Moderators left it as it was. */
    APPEAL_REJECTION("/settings/strikes", false, Duration.ofDays(2)),
    /** Moderators wrote to the owner. */
    MODERATOR_MESSAGE("/settings/strikes", false, Duration.ofDays(2));

    private final String path;
    private final boolean secret;
    private final Duration lifetime;

    LetterKind(String path, boolean secret, Duration lifetime) {
        this.path = path;
        this.secret = secret;
        this.lifetime = lifetime;
    }

    String path() {
        return path;
    }

    /** Whether the link proves something, ends with a token and ceases to work. */
    boolean isSecret() {
        return secret;
    }

    /** The names of those whose links prove something. */
    static List<String> secretOnes() {
        return Arrays.stream(values())
                .filter(LetterKind::isSecret)
                .map(LetterKind::name)
                .toList();
    }

    /** How long the link works, and how long the mail may be late. */
    public Duration lifetime() {
        return lifetime;
    }

    LetterDue event(long accountId) {
        return switch (this) {
            case SIGN_UP_ATTEMPT -> new SignUpAttempted(accountId);
            case APPROVAL -> new SignUpApproved(accountId);
            case PASSWORD_RESET -> new PasswordResetRequested(accountId);
            case PASSWORD_CHANGE -> new PasswordChanged(accountId);
            case EMAIL_CHANGE -> new EmailChangeRequested(accountId);
            case NEW_DEVICE -> new SignedInFromNewDevice(accountId);
            case WARNING -> new AccountSanctioned(accountId, "none");
            case REMOVAL -> new AccountSanctioned(accountId, "delete_statuses");
            case SENSITIZING -> new AccountSanctioned(accountId, "sensitive");
            case LIMITATION -> new AccountSanctioned(accountId, "silence");
            case FREEZE -> new AccountSanctioned(accountId, "disable");
            case SUSPENSION -> new AccountSanctioned(accountId, "suspend");
            case APPEAL_APPROVAL -> new AppealDecided(accountId, true);
            case APPEAL_REJECTION -> new AppealDecided(accountId, false);
            case MODERATOR_MESSAGE -> new ModeratorsWrote(accountId);
        };
    }
}
