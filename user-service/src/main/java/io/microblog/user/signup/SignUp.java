package io.microblog.user.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.microblog.user.login.NewLogin;
import org.jspecify.annotations.Nullable;

/**
 * A request for an account that waits for the proof of its address. It reserves neither name nor address: whoever
 * confirms first gets them. So nobody can tell from a name's freedom whether an address has an account.
 */
@Entity
class SignUp {

    static final Duration LIFETIME = Duration.ofDays(2);
    static final Duration WAITS_FOR_APPROVAL = Duration.ofDays(30);

    @Id
    private long accountId;

    private String username = "";
    private String email = "";
    private String passwordHash = "";
    private String locale = "";
    private String timeZone = "";
    private @Nullable UUID confirmationId;
    private Instant expiresAt = Instant.EPOCH;
    private @Nullable Instant confirmedAt;
    private String reason = "";
    private boolean approvalNeeded;
    private @Nullable Long inviteId;
    private @Nullable String app;

    /** For JPA. */
    protected SignUp() {}

    SignUp(
            long accountId,
            SignUpRules.Accepted request,
            String passwordHash,
            @Nullable UUID confirmationId,
            boolean approvalNeeded,
            @Nullable String app,
            Instant now) {
        this.accountId = accountId;
        this.username = request.username();
        this.email = request.email();
        this.passwordHash = passwordHash;
        this.locale = request.locale();
        this.timeZone = request.timeZone();
        this.confirmationId = confirmationId;
        this.expiresAt = now.plus(LIFETIME);
        this.reason = request.reason();
        this.approvalNeeded = approvalNeeded;
        this.app = app;
        this.inviteId = request.inviteId();
    }

    /** A new letter makes the link of the one before worthless; null when the address has an account. */
    void resend(String address, @Nullable UUID letter, Instant now) {
        email = address;
        confirmationId = letter;
        expiresAt = now.plus(LIFETIME);
    }

    /** The address is proved; what is left is the approval. */
    void waitForApproval(Instant now) {
        confirmedAt = now;
        expiresAt = now.plus(WAITS_FOR_APPROVAL);
    }

    String reason() {
        return reason;
    }

    /** Whether a moderator decides about it though others' sign-ups are free. */
    boolean isApprovalNeeded() {
        return approvalNeeded;
    }

    /** The invitation that it was asked for with. */
    Optional<Long> invite() {
        return Optional.ofNullable(inviteId);
    }

    /** The invitation counts for nothing any more. */
    void forgetInvite() {
        inviteId = null;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    void rename(String other) {
        username = other;
    }

    long accountId() {
        return accountId;
    }

    String username() {
        return username;
    }

    String email() {
        return email;
    }

    String locale() {
        return locale;
    }

    String timeZone() {
        return timeZone;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    UUID confirmationId() {
        return confirmationId;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    NewLogin login() {
        return new NewLogin(email, passwordHash, locale, timeZone, app);
    }
}
