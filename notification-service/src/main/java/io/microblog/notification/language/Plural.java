package io.microblog.notification.language;

import java.util.Locale;

/** Which form of a word goes with a number, by the rules that the Unicode CLDR has for the languages of our texts. */
public enum Plural {
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** The form for a whole number above 0; two of something are spelled out in each language. */
    public static Plural of(long number, Locale locale) {
        if (number == 1) {
            return ONE;
        }
        if (number == 2) {
            return TWO;
        }
        return locale.getLanguage().equals("ar") ? arabic(number % 100) : OTHER;
    }

    private static Plural arabic(long rest) {
        if (rest >= 3 && rest <= 10) {
            return FEW;
        }
        return rest > 10 ? MANY : OTHER;
    }

    /** The end of message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
