package io.microblog.kit.text;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Short texts in one line by which people tell something apart: names of people and apps, fields of profiles, options of
 * polls. What nobody sees has no place in them, or one could look like another or turn round what stands beside it.
 */
public final class Label {

    /** One character as a reader sees it may hold any number of marks; in UTF-16 units on average. */
    private static final int UNITS_PER_CHARACTER = 20;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;

    private Label() {}

    /**
     * The text without line breaks, controls of the writing direction and other invisible characters; of several blanks
     * in a row one is left. Joiners stay between what they join. Empty when there is nothing to see.
     */
    public static String clean(String text) {
        String source = SourceText.clean(text);
        var label = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i += Character.charCount(source.codePointAt(i))) {
            append(label, source, i);
        }
        String clean = label.toString().strip();
        return clean.codePoints().anyMatch(Label::isVisible) ? clean : "";
    }

    /** Whether a text has at most so many characters, as a reader counts them, and no tower of marks. */
    public static boolean fits(String text, int characters) {
        return text.length() <= characters * UNITS_PER_CHARACTER && VisibleText.length(text) <= characters;
    }

    /**
     * The text as {@link #clean} leaves it, where one must be given.
     *
     * @param field what the text is called in a complaint
     * @throws Invalid when nothing is left to see of it, or too much
     */
    public static String required(String field, @Nullable String text, int characters) {
        String clean = text == null ? "" : clean(text);
        if (clean.isEmpty()) {
            throw Invalid.field(field, "ERR_BLANK", "can't be blank");
        }
        if (!fits(clean, characters)) {
            throw Invalid.field(field, "ERR_TOO_LONG", "is longer than %d characters".formatted(characters));
        }
        return clean;
    }

    private static void append(StringBuilder label, String source, int index) {
        int c = source.codePointAt(index);
        int before = label.isEmpty() ? 0 : label.codePointBefore(label.length());
        if (isBlank(c)) {
            if (before != ' ') {
                label.append(' ');
            }
        } else if (!isHidden(c) || holdsTogether(c, before, Characters.at(source, index + Character.charCount(c)))) {
            label.appendCodePoint(c);
        }
    }

    /** Joiners of letters and emoji, and the tags that follow a flag. */
    private static boolean holdsTogether(int c, int before, int after) {
        boolean joins = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
        boolean between = before != 0 && before != ' ' && isVisible(after);
        return (joins && between) || (isTag(c) && (before == BLACK_FLAG || isTag(before)));
    }

    /** Every kind of space, and letters and signs that show none: Hangul fillers, the empty Braille pattern. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> isReservedForHidden(c);
        };
    }

    /** Not assigned yet, and never to be shown (Unicode, Default_Ignorable_Code_Point). */
    private static boolean isReservedForHidden(int c) {
        return Character.getType(c) == Character.UNASSIGNED
                && (c == 0x2065 || (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF));
    }

    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    private static boolean isVisible(int c) {
        boolean filler = c == 0x115F || c == 0x1160 || c == 0x1D159;
        return !filler
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK -> false;
                    default -> !isBlank(c) && !isReservedForHidden(c);
                };
    }
}
