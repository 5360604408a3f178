package io.microblog.kit.text;

import java.util.List;
import java.util.Set;

/**
 * Writes HTML in the form of the API: XHTML's empty elements, nothing escaped that need not be. The sanitiser's own
 * writer also encodes {@code @} and {@code =}, which some clients show raw.
 */
public final class HtmlWriter {

    private static final Set<String> VOID = Set.of("br", "hr");

    private final StringBuilder html = new StringBuilder();

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    public void open(String element, List<String> attributes) {
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

    /** Ends an element, unless it is one that is always empty. */
    public void close(String element) {
        if (!isVoid(element)) {
            html.append("</").append(element).append('>');
        }
    }

    /** Adds text, escaped. */
    public void text(String text) {
        html.append(escape(text));
    }

    /** Adds HTML that is safe already. */
    public void markup(String finished) {
        html.append(finished);
    }

    @Override
    public String toString() {
        return html.toString();
    }

    /** Whether an element of this name has neither content nor an end. */
    public static boolean isVoid(String element) {
        return VOID.contains(element);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
