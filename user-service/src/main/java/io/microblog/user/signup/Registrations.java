package io.microblog.user.signup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Who may sign up, and how ({@code MICROBLOG_REGISTRATIONS_...}).
 *
 * @param mode open to all, after approval by a moderator, or closed
 * @param proof what a browser has to compute before somebody signs up: about 2 to the power of this many hashes. 0 for
 *     nothing, else 8 to 28
 */
@ConfigurationProperties("microblog.registrations")
public record Registrations(
        @DefaultValue("open") Mode mode, @DefaultValue("0") int proof) {

    private static final int LEAST_PROOF = 8;
    private static final int MOST_PROOF = 28;

    /** Refuses a proof that protects nothing, or that no browser gets done. */
    public Registrations {
        Assert.isTrue(
                proof == 0 || (proof >= LEAST_PROOF && proof <= MOST_PROOF),
                "MICROBLOG_REGISTRATIONS_PROOF has to be 0, or between " + LEAST_PROOF + " and " + MOST_PROOF);
    }

    /** The ways of taking sign-ups. */
    public enum Mode {
        /** Whoever proves an address has an account. */
        OPEN,
        /** Then a moderator decides. */
        APPROVAL,
        /** Nobody new. */
        CLOSED
    }

    /** The bits that have to be zero for each of so many tasks, a power of two, that are the proof together. */
    int zerosOfTask(int tasks) {
        return proof - Integer.numberOfTrailingZeros(tasks);
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
