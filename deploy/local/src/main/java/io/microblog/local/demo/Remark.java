package io.microblog.local.demo;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A post of the demo, before it is written.
 *
 * @param key the same in every run
 * @param author who writes it
 * @param text without the mention that a reply begins with
 * @param fileLanguage of the file that it stands in
 * @param options image, alt, cw, md, poll
 * @param above what it answers
 */
record Remark(
        String key,
        Person author,
        String text,
        String fileLanguage,
        Map<String, String> options,
        @Nullable Remark above) {

    private static final Map<UnicodeScript, String> SCRIPTS = Map.of(
            UnicodeScript.ARABIC, "ar",
            UnicodeScript.DEVANAGARI, "hi",
            UnicodeScript.HIRAGANA, "ja",
            UnicodeScript.KATAKANA, "ja");

    private static final Set<String> OTHER_SCRIPTS = Set.copyOf(SCRIPTS.values());

    /** Its script tells; else the file's language where the author speaks it, else the author's own, else English. */
    String language() {
        String byScript = text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(SCRIPTS::containsKey)
                .map(SCRIPTS::get)
                .findFirst()
                .orElse(null);
        if (byScript != null) {
            return byScript;
        }
        boolean speaksIt =
                above == null || fileLanguage.equals("en") || author.languages().contains(fileLanguage);
        String language = speaksIt && !OTHER_SCRIPTS.contains(fileLanguage) ? fileLanguage : author.language();
        return OTHER_SCRIPTS.contains(language) ? "en" : language;
    }

    /** The n-th answer to a poll, for as many as it has. */
    IntStream choices() {
        String poll = options.get("poll");
        return poll == null ? IntStream.empty() : IntStream.range(0, poll.split(";").length);
    }

    long seed() {
        return key.hashCode();
    }
}
