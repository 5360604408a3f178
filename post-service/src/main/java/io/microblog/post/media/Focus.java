package io.microblog.post.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The point of an image that a crop must not lose (docs.joinmastodon.org/api/guidelines/#focal-points).
 *
 * @param x from -1, the left edge, to 1
 * @param y from -1, the lower edge, to 1
 */
record Focus(double x, double y) {

    private static final String NUMBER = "\\s*([+-]?\\d{1,3}(?:\\.\\d{0,20})?)\\s*";
    private static final Pattern PAIR = Pattern.compile(NUMBER + "," + NUMBER);

    /** Of two numbers with a comma; empty when that is not what the text is. */
    static Optional<Focus> parse(String text) {
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches()) {
            return Optional.empty();
        }
        Focus focus = new Focus(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2)));
        return Math.abs(focus.x) <= 1 && Math.abs(focus.y) <= 1 ? Optional.of(focus) : Optional.empty();
    }
}
