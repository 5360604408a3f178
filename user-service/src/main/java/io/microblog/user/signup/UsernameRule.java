package io.microblog.user.signup;

import java.util.Optional;
import java.util.regex.Pattern;

import io.microblog.kit.problem.FieldProblem;

/**
 * What a user name may be. Plain ASCII letters, digits and underscores only, so that no two names look alike because of
 * another script, an invisible character or a writing direction.
 */
final class UsernameRule {

    static final int MAX_LENGTH = 30;

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9_]+");
    private static final Wordlist RESERVED = Wordlist.load("reserved-usernames.txt");

    private UsernameRule() {}

    /** What is wrong with it, leaving aside whether somebody has it. */
    static Optional<FieldProblem> check(String username) {
        if (username.isEmpty()) {
            return Optional.of(new FieldProblem("ERR_BLANK", "can't be blank"));
        }
        if (username.length() > MAX_LENGTH) {
            return Optional.of(
                    new FieldProblem("ERR_TOO_LONG", "is too long (maximum is " + MAX_LENGTH + " characters)"));
        }
        if (!CHARACTERS.matcher(username).matches()) {
            return Optional.of(new FieldProblem("ERR_INVALID", "must contain only letters, numbers and underscores"));
        }
        if (RESERVED.contains(username)) {
            return Optional.of(new FieldProblem("ERR_RESERVED", "is reserved"));
        }
        return Optional.empty();
    }
}
