package io.microblog.notification.language;

import java.util.List;
import java.util.Locale;

/** The languages for which there are texts. */
public final class Languages {

    private static final List<Locale> WRITTEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private Languages() {}

    /** The written language nearest to a BCP 47 tag; English when there is none. */
    public static Locale of(String tag) {
        Locale wanted = Locale.forLanguageTag(tag.replace('_', '-'));
        return WRITTEN.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
