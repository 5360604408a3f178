package io.microblog.user.login;

import java.util.Locale;
import java.util.regex.Pattern;

/** The syntax of mail addresses, as far as it can be told without sending one. */
public final class EmailAddress {

    /** RFC 5321, 4.5.3.1.3, less the angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private EmailAddress() {}

    /** The form that is stored and compared. */
    public static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a canonical address may be mailed to. */
    public static boolean isValid(String canonical) {
        return canonical.length() <= MAX_LENGTH
                && SYNTAX.matcher(canonical).matches()
                && !canonical.contains("..")
                && !canonical.startsWith(".")
                && !canonical.contains(".@");
    }
}
