package io.microblog.kit.text;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * The last gate: whatever the renderers produce, only this list of elements and attributes leaves. The list is the one
 * the Mastodon API promises its clients, and tables.
 */
public final class SafeHtml {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern LANGUAGE = Pattern.compile("language-[\\p{Alnum}+#._-]{1,40}");

    private static final PolicyFactory POLICY = elements()
            .allowUrlProtocols("http", "https")
            .allowAttributes("href")
            .matching(only(WebAddress::isSafe))
            .onElements("a")
            .allowAttributes("rel")
            .matching(onlyWords("me", "nofollow", "noopener", "noreferrer", "tag"))
            .onElements("a")
            .allowAttributes("target")
            .matching(only("_blank"::equals))
            .onElements("a")
            .allowAttributes("class")
            .matching(onlyWords("u-url", "mention", "hashtag"))
            .onElements("a")
            .allowAttributes("class")
            .matching(onlyWords("h-card", "invisible", "ellipsis"))
            .onElements("span")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("reversed")
            .onElements("ol")
            .allowAttributes("value")
            .matching(NUMBER)
            .onElements("li")
            .allowAttributes("align")
            .matching(onlyWords("left", "center", "right"))
            .onElements("th", "td")
            .allowWithoutAttributes("span", "a")
            .toFactory();

    private SafeHtml() {}

    /** The elements that may leave, none of which has an attribute yet. */
    public static HtmlPolicyBuilder elements() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "a", "span", "del", "s", "strong", "b", "em", "i", "u", "ul", "ol", "li")
                .allowElements("blockquote", "pre", "code", "h1", "h2", "h3", "h4", "h5", "h6", "hr")
                .allowElements("table", "thead", "tbody", "tr", "th", "td");
    }

    static String of(String html) {
        var writer = new Writer();
        HtmlSanitizer.sanitize(html, POLICY.apply(writer));
        return writer.html.toString();
    }

    private static AttributePolicy only(Predicate<String> allowed) {
        return (element, attribute, value) -> allowed.test(value) ? value : null;
    }

    private static AttributePolicy onlyWords(String... words) {
        return only(value -> Set.of(words).containsAll(List.of(value.split(" "))));
    }

    /** Writes without line breaks between blocks, as the API does. */
    private static final class Writer implements HtmlStreamEventReceiver {

        private final HtmlWriter html = new HtmlWriter();
        private int preformatted;

        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String element, List<String> attributes) {
            preformatted += element.equals("pre") ? 1 : 0;
            html.open(element, attributes);
        }

        @Override
        public void closeTag(String element) {
            preformatted -= element.equals("pre") ? 1 : 0;
            html.close(element);
        }

        @Override
        public void text(@Nullable String text) {
            if (text != null && (preformatted > 0 || !text.equals("\n"))) {
                html.text(text);
            }
        }
    }
}
