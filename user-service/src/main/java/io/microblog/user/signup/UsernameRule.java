package io.microblog.user.signup;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.microblog.kit.problem.FieldProblem;
import io.microblog.user.login.Wordlist;

/**
 * What a user name may be. Plain ASCII letters, digits and underscores only, so that no two names look alike because of
 * another script, an invisible character or a writing direction.
 */
final class UsernameRule {

    static final int MAX_LENGTH = 30;

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9_]+");
    private static final Wordlist RESERVED = Wordlist.load(UsernameRule.class, "reserved-usernames.txt");

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
        if (isReserved(username)) {
            return Optional.of(new FieldProblem("ERR_RESERVED", "is reserved"));
        }
        return Optional.empty();
    }

    /** Itself, or by what it looks like: {@code adm1n}, {@code Admin_}, {@code rnoderator}. */
    private static boolean isReserved(String username) {
        return RESERVED.contains(username)
                || RESERVED.contains(plain(username, 'i'))
                || RESERVED.contains(plain(username, 'l'));
    }

    /** With look-alikes put in place of one another; a one may stand for either of two letters. */
    private static String plain(String username, char one) {
        return username.toLowerCase(Locale.ROOT)
                .replace("_", "")
                .replace('0', 'o')
                .replace('1', one)
                .replace('3', 'e')
                .replace('4', 'a')
                .replace("rn", "m")
                .replace("vv", "w");
    }
}
