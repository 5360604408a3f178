package io.microblog.local.sandbox.translator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML with a mark before the first words of each block that nobody has translated beforehand. Tags, attributes and protected
 * elements stay as they are.
 */
final class MarkedHtml {

    private record Element(String name, boolean isProtected) {}

    private static final Pattern TOKEN = Pattern.compile(
            "<!--.*?-->|<(script|style)\\b.*?</\\1\\s*>|<(/?)([a-z][a-z0-9-]*)((?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)>",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NO_TRANSLATE = Pattern.compile(
            "\\bclass\\s*=\\s*(?:\"(?:[^\"]*\\s)?notranslate(?:\\s[^\"]*)?\"|'(?:[^']*\\s)?notranslate(?:\\s[^']*)?'"
                    + "|notranslate\\b)|\\btranslate\\s*=\\s*[\"']?no\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> VOID_ELEMENTS = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    private static final Set<String> INLINE_ELEMENTS = Set.of(
            "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s",
            "small", "span", "strong", "sub", "sup", "time", "u", "wbr");

    private final String html;
    private final String language;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Element> open = new ArrayDeque<>();
    private boolean blockIsMarked;

    /** Where the link that is open in this block begins in the output, or -1. A mark goes before a link, not into it. */
    private int linkStart = -1;

    MarkedHtml(String html, String language) {
        this.html = html;
        this.language = language;
        write();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void write() {
        var at = 0;
        for (var token = TOKEN.matcher(html); token.find(); at = token.end()) {
            text(html.substring(at, token.start()));
            tag(token);
        }
        text(html.substring(at));
    }

    private void text(String text) {
        if (isProtected() || !PseudoTranslation.isTranslatable(text)) {
            out.append(text);
            return;
        }
        PreparedTranslations.find(decoded(text.strip()), language)
                .ifPresentOrElse(
                        prepared -> out.append(PseudoTranslation.spaceBefore(text))
                                .append(encoded(prepared))
                                .append(PseudoTranslation.spaceAfter(text)),
                        () -> marked(text));
    }

    private void marked(String text) {
        var mark = blockIsMarked ? "" : PseudoTranslation.mark(language);
        blockIsMarked = true;
        if (linkStart >= 0) {
            out.insert(linkStart, mark).append(text);
            linkStart = -1;
        } else {
            out.append(PseudoTranslation.spaceBefore(text)).append(mark).append(text.stripLeading());
        }
    }

    private static String decoded(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void tag(Matcher token) {
        if (token.group(3) != null) {
            var name = token.group(3).toLowerCase(Locale.ROOT);
            if (!INLINE_ELEMENTS.contains(name)) {
                blockIsMarked = false;
                linkStart = -1;
            }
            if (token.group(2).isEmpty()) {
                start(name, token.group(4));
            } else {
                end(name);
            }
        }
        out.append(token.group());
    }

    private void start(String name, String attributes) {
        if (name.equals("a") && linkStart < 0) {
            linkStart = out.length();
        }
        if (!VOID_ELEMENTS.contains(name) && !attributes.endsWith("/")) {
            open.push(new Element(
                    name, isProtected() || NO_TRANSLATE.matcher(attributes).find()));
        }
    }

    private void end(String name) {
        // An end tag that nothing opened changes nothing; one that skips others closes those, too.
        if (open.stream().anyMatch(element -> element.name().equals(name))) {
            while (!open.pop().name().equals(name)) {
                // closed with it
            }
        }
        if (open.stream().noneMatch(element -> element.name().equals("a"))) {
            linkStart = -1;
        }
    }

    private boolean isProtected() {
        return !open.isEmpty() && open.peek().isProtected();
    }
}
