package io.microblog.translation.markup;

import java.util.List;
import java.util.regex.Pattern;

import io.microblog.kit.text.SourceText;

/**
 * A post's HTML prepared for a translator, and the way back.
 *
 * <p>Attributes do not travel: an element that has any is sent with a number instead and gets its own back. Mentions,
 * hashtags, bare addresses and code come back exactly as they were. So a translator can change words and nothing else:
 * whatever it answers, the result has no link, class or other attribute that the original has not. It also saves the
 * characters that a provider would charge for.
 */
public final class TranslatableHtml {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final String original;
    private final Mask mask;

    private TranslatableHtml(String original, Mask mask) {
        this.original = original;
        this.mask = mask;
    }

    /** @param html as post-service sanitised it */
    public static TranslatableHtml ofHtml(String html) {
        return new TranslatableHtml(html, new Mask(HtmlTree.of(html)));
    }

    /** @param text without markup, as content warnings are */
    public static TranslatableHtml ofText(String text) {
        var body = new Node.Element("body", List.of());
        body.children().add(new Node.Text(text));
        return new TranslatableHtml(text, new Mask(body));
    }

    /** Whether there is a word that a translation would change. */
    public boolean isTranslatable() {
        return LETTER.matcher(mask.words()).find();
    }

    /** As it was. */
    public String original() {
        return original;
    }

    /** What the translator is given. */
    public String toSend() {
        return mask.html();
    }

    /** Safe HTML of the translator's answer. */
    public String restore(String answer) {
        return Unmask.of(SourceText.clean(answer), mask.parts());
    }

    /** The text of the translator's answer, without any markup and not escaped. */
    public String restoreText(String answer) {
        return HtmlTree.of(restore(answer)).text();
    }
}
