package io.microblog.kit.text;

import java.util.List;

/**
 * A text, ready to be stored and shown.
 *
 * @param html sanitised HTML
 * @param text the same without markup
 * @param mentions the canonical names of the people it links to, in order, each once
 * @param hashtags normalised names without the hash sign, in order, each once
 * @param hashtagsAsWritten the same hashtags in the author's own spelling
 * @param length how many characters the source counts
 */
public record Rendered(
        String html,
        String text,
        List<String> mentions,
        List<String> hashtags,
        List<String> hashtagsAsWritten,
        int length) {}
