package io.microblog.translation.cache;

/**
 * A text in another language.
 *
 * @param content safe HTML
 * @param spoilerText plain text, empty when there is none
 * @param target the provider's code of this language
 * @param detectedLanguage of the original
 * @param provider who translated, as readers are told
 */
public record Translation(
        String content, String spoilerText, String target, String detectedLanguage, String provider) {}
