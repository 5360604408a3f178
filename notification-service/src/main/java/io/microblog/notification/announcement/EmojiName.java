package io.microblog.notification.announcement;

import java.util.regex.Pattern;

/** Tells emoji from other words. This server has none of its own, so an emoji is one of Unicode's. */
final class EmojiName {

    private static final int LONGEST = 40;
    private static final Pattern ONE = Pattern.compile("\\X");

    /** What may only be part of one: digits of keycaps, joiners, variation selectors, tags. */
    private static final Pattern MARK = Pattern.compile("[\\p{IsEmoji}\\p{IsEmoji_Component}]*");

    private static final Pattern PICTURE =
            Pattern.compile("[\\p{IsEmoji_Presentation}\\p{IsExtended_Pictographic}\\u20E3]");

    private EmojiName() {}

    /** Whether a name is one emoji and nothing else. */
    static boolean isKnown(String name) {
        return name.length() <= LONGEST
                && ONE.matcher(name).matches()
                && MARK.matcher(name).matches()
                && PICTURE.matcher(name).find();
    }
}
