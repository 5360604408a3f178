package io.microblog.user.login;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** The syntax of mail addresses, as far as it can be told without sending one. */
public final class EmailAddress {

    /** RFC 5321, 4.5.3.1.3, less the angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Sharp s, final sigma and joiners: IDNA 2003 and 2008 lead them to two domains, which may be two people's. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    private EmailAddress() {}

    /**
     * The form that is stored and compared: in lower case, with the domain as mail programs and name servers write it
     * ({@code xn--…}, RFC 5890).
     */
    public static String canonical(String address) {
        String text = address.strip();
        int domain = text.lastIndexOf('@') + 1;
        return text.substring(0, domain).toLowerCase(Locale.ROOT) + canonicalDomain(text.substring(domain));
    }

    /** A domain that cannot be written so is left as it is, and is not valid. */
    private static String canonicalDomain(String domain) {
        if (domain.chars().allMatch(character -> character < 0x80)
                || AMBIGUOUS.matcher(domain).find()) {
            return domain.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain.toLowerCase(Locale.ROOT);
        }
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
