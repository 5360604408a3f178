package io.microblog.user.rule;

import java.util.Map;

/**
 * A rule of the server.
 *
 * @param position rules are shown in this order
 * @param hint what explains it, may be empty
 * @param translations by ISO 639 language or language and region, as {@code pt-BR}
 */
record Rule(long id, int position, String text, String hint, Map<String, Translation> translations) {

    /** The same in another language. */
    record Translation(String text, String hint) {}

    /** What it says to somebody who reads this language. */
    Translation in(String language) {
        return translations.getOrDefault(language, new Translation(text, hint));
    }
}
