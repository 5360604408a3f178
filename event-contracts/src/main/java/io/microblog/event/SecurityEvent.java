package io.microblog.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Facts about credentials, written by user-service. Holds neither secrets nor addresses. */
@EventTopic(value = SecurityEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface SecurityEvent extends Event {

    /** Keyed by account id, or by session id where no person stands behind the token. */
    String TOPIC = "user.security.v1";

    /**
     * A person must be mailed. What the mail says, its link and where it goes are asked for at sending time, by this
     * event's id.
     */
    sealed interface LetterDue extends SecurityEvent {

        /** Whose account it is about. */
        long accountId();

        @Override
        default String key() {
            return Long.toString(accountId());
        }
    }

    /** A person must prove their address. */
    @JsonTypeName("EmailConfirmationRequested")
    record EmailConfirmationRequested(@IdString long accountId) implements LetterDue {}

    /** Somebody signed up with an address that has an account: its owner is told, and nobody else. */
    @JsonTypeName("SignUpAttempted")
    record SignUpAttempted(@IdString long accountId) implements LetterDue {}

    /** A sign-up that waited for a moderator was approved. */
    @JsonTypeName("SignUpApproved")
    record SignUpApproved(@IdString long accountId) implements LetterDue {}

    /** Somebody forgot the password. */
    @JsonTypeName("PasswordResetRequested")
    record PasswordResetRequested(@IdString long accountId) implements LetterDue {}

    /** The password is another one now. */
    @JsonTypeName("PasswordChanged")
    record PasswordChanged(@IdString long accountId) implements LetterDue {}

    /** The account is to get another address. One such event for each end: the present address and the next. */
    @JsonTypeName("EmailChangeRequested")
    record EmailChangeRequested(@IdString long accountId) implements LetterDue {}

    /** Somebody signed in on a device that the account has not been used on before. */
    @JsonTypeName("SignedInFromNewDevice")
    record SignedInFromNewDevice(@IdString long accountId) implements LetterDue {}

    /**
     * Moderators decided something about the account, and its owner is to know.
     *
     * @param sanction none (a warning), delete_statuses, sensitive, silence, disable or suspend
     */
    @JsonTypeName("AccountSanctioned")
    record AccountSanctioned(@IdString long accountId, String sanction) implements LetterDue {}

    /**
     * Moderators decided about an appeal of the account's owner.
     *
     * @param approved whether what was done is taken back
     */
    @JsonTypeName("AppealDecided")
    record AppealDecided(@IdString long accountId, boolean approved) implements LetterDue {}

    /** Moderators wrote to the account's owner. */
    @JsonTypeName("ModeratorsWrote")
    record ModeratorsWrote(@IdString long accountId) implements LetterDue {}

    /**
     * Credentials ended: everything issued for them until {@code revokedAt} is void.
     *
     * @param accountId whose; null for a token without a person
     * @param sid the one session or access token that ended; null for all of the account's
     * @param revokedAt internal tokens issued until this moment are refused
     */
    @JsonTypeName("SessionsRevoked")
    record SessionsRevoked(
            @IdString @Nullable Long accountId, @Nullable String sid, Instant revokedAt) implements SecurityEvent {
        @Override
        public String key() {
            return accountId != null ? accountId.toString() : String.valueOf(sid);
        }
    }
}
