package io.microblog.gateway.page;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;

/** The sentence for browsers that run no scripts, in the languages of the server. */
final class NoScript {

    private static final Map<Locale, String> SENTENCES = Map.of(
            Locale.ENGLISH,
            "Microblog needs JavaScript to show more. Please turn it on, or use an app for Mastodon with this server.",
            Locale.of("es"),
            "Microblog necesita JavaScript para mostrar más. Actívalo, o usa una aplicación de Mastodon con este servidor.",
            Locale.of("ar"),
            "يحتاج مايكروبلوغ إلى جافا سكريبت ليعرض المزيد. فعّلها من فضلك، أو استخدم أحد تطبيقات ماستودون مع هذا الخادم.");

    private NoScript() {}

    /** The sentence in the first of the wanted languages in which there is one. */
    static String html(List<LanguageRange> wanted) {
        Locale locale = Locale.lookup(wanted, SENTENCES.keySet());
        Locale spoken = locale == null ? Locale.ENGLISH : locale;
        String direction = spoken.getLanguage().equals("ar") ? "rtl" : "ltr";
        return "<p lang=\"%s\" dir=\"%s\">%s</p>\n".formatted(spoken, direction, SENTENCES.get(spoken));
    }
}
