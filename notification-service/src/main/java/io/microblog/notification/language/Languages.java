package io.microblog.notification.language;

import java.util.List;
import java.util.Locale;

/** The languages for which there are texts. */
public final class Languages {

    private static final List<Locale> WRITTEN =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("ar"));

    private Languages() {}

    /** All of them, English first. */
    public static List<Locale> all() {
        return WRITTEN;
    }

    /** The direction that a language is written in, as HTML names it. */
    public static String direction(Locale locale) {
        return Isolation.isRightToLeft(locale) ? "rtl" : "ltr";
    }

    /** The written language nearest to a BCP 47 tag; English when there is none. */
    public static Locale of(String tag) {
        Locale wanted = Locale.forLanguageTag(tag.replace('_', '-'));
        return WRITTEN.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
