package io.microblog.kit.text;

/** The rules of web addresses: which are linked, where a bare one ends, and how it is written into an attribute. */
final class WebAddress {

    /** Longer addresses stay text. In UTF-16 units; what every client and server in use accepts. */
    static final int MAX_LENGTH = 2048;

    private static final String NEVER_IN_PATH = "<>\"`\\^{}|";
    private static final String NEVER_LAST = "?!.,:;*_~'([-";

    /** What the identifiers of many sites end with, so a path keeps it. */
    private static final String LAST_IN_PATH = "_-";

    private WebAddress() {}

    /** Where the bare address that starts at {@code start} ends, or {@code start} when there is none. */
    static int end(String text, int start) {
        int host = start + schemeLength(text, start);
        int hostEnd = hostEnd(text, host);
        if (host == start || hostEnd == host) {
            return start;
        }
        int port = portEnd(text, hostEnd);
        int end = isPathStart(Characters.at(text, port)) ? pathEnd(text, port) : port;
        return end - start <= MAX_LENGTH ? end : start;
    }

    /** Whether a link may lead to {@code address}: http or https, a host, no user name before it. */
    static boolean isSafe(String address) {
        int host = schemeLength(address, 0);
        return host > 0 && address.length() <= MAX_LENGTH && hostEnd(address, host) > host;
    }

    /** The address with every character escaped that has no place in one; other scripts stay readable. */
    static String href(String address) {
        var href = new StringBuilder(address.length());
        address.codePoints().forEach(c -> {
            if (c <= ' ' || c == 0x7F || NEVER_IN_PATH.indexOf(c) >= 0) {
                href.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                href.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else if (Character.getType(c) != Character.FORMAT) {
                href.appendCodePoint(c);
            }
        });
        return href.toString();
    }

    /** The length of the scheme and a leading {@code www.}: what a shortened link hides. */
    static int hiddenPrefix(String address) {
        int scheme = schemeLength(address, 0);
        return address.regionMatches(true, scheme, "www.", 0, 4) ? scheme + 4 : scheme;
    }

    private static int schemeLength(String text, int start) {
        return startsWith(text, start, "https://") ? 8 : startsWith(text, start, "http://") ? 7 : 0;
    }

    private static boolean startsWith(String text, int start, String prefix) {
        return text.regionMatches(true, start, prefix, 0, prefix.length());
    }

    private static int hostEnd(String text, int start) {
        if (!Character.isLetterOrDigit(Characters.at(text, start))) {
            return start;
        }
        int end = start;
        while (isHost(Characters.at(text, end))) {
            end += Character.charCount(Characters.at(text, end));
        }
        if (hasUserInfo(text, end)) {
            return start;
        }
        while (NEVER_LAST.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isHost(int c) {
        return Character.isLetterOrDigit(c) || Characters.isMark(c) || c == '-' || c == '.' || c == '_';
    }

    private static boolean hasUserInfo(String text, int start) {
        int at = start;
        while (at < text.length()
                && !isPathStart(text.charAt(at))
                && isPath(text.charAt(at))
                && text.charAt(at) != '@') {
            at++;
        }
        return Characters.at(text, at) == '@' || Characters.at(text, at) == '\\';
    }

    private static int portEnd(String text, int hostEnd) {
        int end = hostEnd + 1;
        while (Characters.at(text, end) >= '0' && Characters.at(text, end) <= '9') {
            end++;
        }
        return Characters.at(text, hostEnd) == ':' && end > hostEnd + 1 ? end : hostEnd;
    }

    private static boolean isPathStart(int c) {
        return c == '/' || c == '?' || c == '#';
    }

    private static int pathEnd(String text, int start) {
        var brackets = new Brackets();
        int end = start;
        while (isPath(Characters.at(text, end)) && brackets.accept(Characters.at(text, end))) {
            end += Character.charCount(Characters.at(text, end));
        }
        int last = end;
        while (last > start && NEVER_LAST.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        while (last < end && LAST_IN_PATH.indexOf(text.charAt(last)) >= 0) {
            last++;
        }
        return last;
    }

    private static boolean isPath(int c) {
        return c < 0x80
                ? c > ' ' && c != 0x7F && NEVER_IN_PATH.indexOf(c) < 0
                : Character.isLetterOrDigit(c) || Characters.isMark(c);
    }

    /** Lets a closing bracket belong to an address only when its opening one does. */
    private static final class Brackets {

        private int round;
        private int square;

        boolean accept(int c) {
            switch (c) {
                case '(' -> round++;
                case ')' -> round--;
                case '[' -> square++;
                case ']' -> square--;
                default -> {}
            }
            return round >= 0 && square >= 0;
        }
    }
}
