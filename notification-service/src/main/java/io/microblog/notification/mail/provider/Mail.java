package io.microblog.notification.mail.provider;

import java.util.Map;
import java.util.regex.Pattern;

import io.microblog.kit.text.SourceText;

/**
 * A finished mail. No part of it can become more than one header line or more than one recipient.
 *
 * @param deliveryId finds it again at the provider
 * @param to one plain address
 * @param subject made one line
 * @param text the plain version
 * @param html the version for mail programs that show HTML
 * @param tag its kind, for the provider's statistics
 * @param headers further headers
 * @param stream by which it leaves
 */
public record Mail(
        long deliveryId,
        String to,
        String subject,
        String text,
        String html,
        String tag,
        Map<String, String> headers,
        MessageStream stream) {

    private static final int MAX_SUBJECT = 200;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl},;:<>()\\[\\]\"@\\\\]{1,64}@[^\\s\\p{Cntrl},;:<>()\\[\\]\"@\\\\]{1,255}");

    /** @throws IllegalArgumentException when the address is not one plain address, or a header holds a line break */
    public Mail {
        if (!ADDRESS.matcher(to).matches()) {
            throw new IllegalArgumentException("Not one plain mail address");
        }
        subject = shorten(oneLine(subject));
        headers = Map.copyOf(headers);
        if (headers.values().stream().anyMatch(value -> !value.equals(oneLine(value)))) {
            throw new IllegalArgumentException("A header holds a line break");
        }
    }

    /** To one person, because of something that concerns them. */
    public Mail(
            long deliveryId,
            String to,
            String subject,
            String text,
            String html,
            String tag,
            Map<String, String> headers) {
        this(deliveryId, to, subject, text, html, tag, headers, MessageStream.TRANSACTIONAL);
    }

    private static String oneLine(String text) {
        return isOneLine(text)
                ? text
                : SPACE.matcher(SourceText.clean(text)).replaceAll(" ").strip();
    }

    /** Whether it is ASCII in which no space follows another, and none is at an end: nearly all headers are. */
    private static boolean isOneLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String shorten(String line) {
        if (line.length() <= MAX_SUBJECT) {
            return line;
        }
        return line.substring(
                0, Character.isHighSurrogate(line.charAt(MAX_SUBJECT - 1)) ? MAX_SUBJECT - 1 : MAX_SUBJECT);
    }
}
