package io.microblog.user.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.microblog.user.login.Wordlist;

/**
 * Where codes may be sent: to a website by https, to a program that listens on its own machine by http (RFC 8252, 7.3), to
 * an app by a scheme of its own (7.1), or to nowhere, for people to copy.
 *
 * <p>An app's scheme is told from one that a browser or a system acts on by its shape. It is a domain name the other way
 * round ({@code com.example.app:/callback}), or, since most of the clients in use have these, a plain name before an
 * authority, which may be empty ({@code exampleapp://}). Either way it is nobody else's: neither listed in
 * {@code reserved-schemes.txt} nor of a family that a vendor keeps for itself, as {@code ms-} or {@code x-apple-}. Forms
 * without a slash, by which schemes hand over something to run, are never an app's.
 */
final class RedirectUri {

    private static final int MAX_LENGTH = 2_000;

    private static final Pattern URI_CHARACTERS =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):((?:[a-zA-Z0-9._~:/?@!$&'()+,;=\\[\\]-]|%[0-9a-fA-F]{2})*)");
    private static final Pattern DOMAIN = Pattern.compile("[a-z]{2,}(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private static final Wordlist RESERVED = Wordlist.load(RedirectUri.class, "reserved-schemes.txt");

    /** Words of schemes that vendors keep for their systems and browsers. */
    private static final Set<String> VENDORS =
            Set.of("ms", "microsoft", "windows", "apple", "chrome", "moz", "webkit", "x");

    private RedirectUri() {}

    /** Whether an app may have codes sent there. */
    static boolean isAllowed(String text) {
        Matcher uri = URI_CHARACTERS.matcher(text);
        if (text.length() > MAX_LENGTH || !uri.matches()) {
            return false;
        }
        String scheme = uri.group(1).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https", "http" -> isWebsite(text);
            case "urn" -> text.equals(App.OUT_OF_BAND);
            default -> isOfAnApp(scheme, uri.group(2));
        };
    }

    private static boolean isWebsite(String text) {
        try {
            var uri = new URI(text);
            String host = uri.getHost();
            return host != null
                    && uri.getRawUserInfo() == null
                    && (uri.getScheme().equalsIgnoreCase("https")
                            || LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isOfAnApp(String scheme, String rest) {
        boolean reversedDomain = DOMAIN.matcher(scheme).matches() && rest.startsWith("/");
        boolean plainName = scheme.length() > 1 && NAME.matcher(scheme).matches() && rest.startsWith("//");
        return (reversedDomain || plainName)
                && !RESERVED.contains(scheme)
                && Arrays.stream(scheme.split("[.-]")).noneMatch(VENDORS::contains);
    }
}
