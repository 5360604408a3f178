package io.microblog.local.sandbox.postmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A mail address with the name that stood before it, if one did. */
public record Address(@Nullable String name, String email) {

    // Postmark's own rules, from its support article on error code 300.
    private static final String MAILBOX = "[a-zA-Z0-9.!#$%&'`*+\\-/=^_{}|~]{1,64}";
    private static final String DOMAIN = "(?:\\.?[a-zA-Z0-9\\-]){1,253}";
    private static final Pattern EMAIL = Pattern.compile(MAILBOX + "@" + DOMAIN);
    private static final Pattern NAMED =
            Pattern.compile("(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\"<>@,;:]*))\\s*<([^<>]*)>");

    /**
     * Reads {@code a@b}, {@code Ann <a@b>} or {@code "Ann, B" <a@b>}.
     *
     * @throws IllegalArgumentException with the text, when it is neither
     */
    static Address parse(String text) {
        var named = NAMED.matcher(text.strip());
        var email = named.matches() ? named.group(3).strip() : text.strip();
        if (!EMAIL.matcher(email).matches()) {
            throw new IllegalArgumentException(text.strip());
        }
        return new Address(named.matches() ? name(named.group(1), named.group(2)) : null, email);
    }

    /** Reads addresses separated by commas; null and blank are none. */
    static List<Address> parseList(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return split(text).stream().map(Address::parse).toList();
    }

    /** Whether mail to this reaches that address; case makes no difference. */
    boolean is(String other) {
        return key().equals(key(other));
    }

    String key() {
        return key(email);
    }

    static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** As it stands in a mail's header. */
    @Override
    public String toString() {
        return name == null ? email : "\"" + name.replaceAll("([\"\\\\])", "\\\\$1") + "\" <" + email + ">";
    }

    private static @Nullable String name(@Nullable String quoted, @Nullable String bare) {
        var name = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : bare;
        return name == null || name.isBlank() ? null : name.strip();
    }

    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            quoted ^= c == '"' && (part.isEmpty() || part.charAt(part.length() - 1) != '\\');
            if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts.stream().filter(address -> !address.isBlank()).toList();
    }
}
