package io.microblog.user.login;

import java.util.Optional;

import io.microblog.kit.problem.FieldProblem;

/** What a password must be: long enough, and none that everybody tries first (NIST SP 800-63B, 3.1.1.2). */
public final class PasswordRule {

    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 128;

    private static final Wordlist COMMON = Wordlist.load(PasswordRule.class, "common-passwords.txt");

    private PasswordRule() {}

    /** What is wrong with it for the person of this name and address. */
    public static Optional<FieldProblem> check(String password, String username, String email) {
        int length = password.codePointCount(0, password.length());
        if (password.isBlank()) {
            return Optional.of(new FieldProblem("ERR_BLANK", "can't be blank"));
        }
        if (length < MIN_LENGTH) {
            return Optional.of(
                    new FieldProblem("ERR_TOO_SHORT", "is too short (minimum is " + MIN_LENGTH + " characters)"));
        }
        if (length > MAX_LENGTH) {
            return Optional.of(
                    new FieldProblem("ERR_TOO_LONG", "is too long (maximum is " + MAX_LENGTH + " characters)"));
        }
        if (COMMON.contains(password) || password.equalsIgnoreCase(username) || password.equalsIgnoreCase(email)) {
            return Optional.of(new FieldProblem("ERR_COMMON", "is too easy to guess"));
        }
        return Optional.empty();
    }
}
