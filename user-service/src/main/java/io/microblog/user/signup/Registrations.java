package io.microblog.user.signup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign up ({@code MICROBLOG_REGISTRATIONS_MODE}).
 *
 * @param mode open to all, after approval by a moderator, or closed
 */
@ConfigurationProperties("microblog.registrations")
public record Registrations(@DefaultValue("open") Mode mode) {

    /** The ways of taking sign-ups. */
    public enum Mode {
        /** Whoever proves an address has an account. */
        OPEN,
        /** Then a moderator decides. */
        APPROVAL,
        /** Nobody new. */
        CLOSED
    }

    /** Whether one may ask for an account. */
    public boolean areOpen() {
        return mode != Mode.CLOSED;
    }

    /** Whether whoever proves an address has an account. */
    boolean areOpenToAll() {
        return mode == Mode.OPEN;
    }

    /** Whether somebody decides. */
    public boolean needApproval() {
        return mode == Mode.APPROVAL;
    }
}
