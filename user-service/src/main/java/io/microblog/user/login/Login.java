package io.microblog.user.login;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.microblog.event.ContactEvent.ContactChanged;
import org.jspecify.annotations.Nullable;

/** How the owner of an account signs in and is reached. */
@Entity
class Login {

    @Id
    private long accountId;

    private long version;
    private String email = "";
    private String passwordHash = "";
    private String locale = "";
    private String timeZone = "";
    private @Nullable Instant confirmedAt;
    private @Nullable String app;

    /** For JPA. */
    protected Login() {}

    Login(long accountId, NewLogin details, Instant now) {
        this.accountId = accountId;
        this.version = 1;
        this.email = details.email();
        this.passwordHash = details.passwordHash();
        this.locale = details.locale();
        this.timeZone = details.timeZone();
        this.confirmedAt = now;
        this.app = details.app();
    }

    long accountId() {
        return accountId;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** By which its owner signed up; null in a browser. */
    @Nullable
    String app() {
        return app;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void changeEmail(String other) {
        email = other;
        version++;
    }

    /** The last that is said of it: nobody can be reached, and nothing of the person is left in it. */
    ContactChanged forgotten() {
        return new ContactChanged(accountId, version + 1, "en", "UTC", false);
    }

    ContactChanged contactChanged() {
        return new ContactChanged(accountId, version, locale, timeZone, confirmedAt != null);
    }
}
