package io.microblog.translation.markup;

import java.util.List;
import java.util.Set;

/** Writes HTML in the form of the API: XHTML's empty elements, nothing escaped that need not be. */
final class HtmlWriter {

    private static final Set<String> VOID = Set.of("br", "hr");

    private final StringBuilder html = new StringBuilder();

    /** @param attributes names and values in turn */
    void open(String element, List<String> attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.size(); i += 2) {
            html.append(' ')
                    .append(attributes.get(i))
                    .append("=\"")
                    .append(escape(attributes.get(i + 1)).replace("\"", "&quot;"))
                    .append('"');
        }
        html.append(isVoid(element) ? " />" : ">");
    }

    void close(String element) {
        if (!isVoid(element)) {
            html.append("</").append(element).append('>');
        }
    }

    void text(String text) {
        html.append(escape(text));
    }

    void markup(String finished) {
        html.append(finished);
    }

    @Override
    public String toString() {
        return html.toString();
    }

    static boolean isVoid(String element) {
        return VOID.contains(element);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
