package io.microblog.translation.markup;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

import io.microblog.kit.text.HtmlWriter;
import io.microblog.kit.text.SafeHtml;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * Writes safe HTML of what a translator answered. Only inert elements pass, and only those with a number of the original
 * have attributes: the original's. Each number counts once, so an answer cannot grow by repeating them.
 */
final class Unmask implements HtmlStreamEventReceiver {

    private static final PolicyFactory POLICY = SafeHtml.elements()
            .allowAttributes(Part.NUMBER)
            .matching(Pattern.compile("\\d{1,5}"))
            .globally()
            .toFactory();

    /** What becomes of an element that is open. */
    private enum Fate {
        WRITTEN,
        /** Its tags go, its content stays. */
        UNWRAPPED,
        /** Written already, whole; what the answer has in it goes. */
        REPLACED
    }

    private final List<Part> parts;
    private final HtmlWriter html = new HtmlWriter();
    private final BitSet used = new BitSet();
    private final Deque<Fate> open = new ArrayDeque<>();

    private Unmask(List<Part> parts) {
        this.parts = parts;
    }

    static String of(String answer, List<Part> parts) {
        var unmask = new Unmask(parts);
        HtmlSanitizer.sanitize(answer, POLICY.apply(unmask));
        return unmask.html.toString();
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        Fate fate = isReplaced() ? Fate.REPLACED : write(element, attributes);
        if (!HtmlWriter.isVoid(element)) {
            open.push(fate);
        }
    }

    @Override
    public void closeTag(String element) {
        if (!HtmlWriter.isVoid(element) && open.pop() == Fate.WRITTEN) {
            html.close(element);
        }
    }

    @Override
    public void text(@Nullable String text) {
        if (text != null && !isReplaced()) {
            html.text(text);
        }
    }

    private boolean isReplaced() {
        return open.peek() == Fate.REPLACED;
    }

    private Fate write(String element, List<String> attributes) {
        Part part = attributes.isEmpty() ? null : takePart(element, attributes.get(1));
        if (part == null) {
            return writeWithoutAttributes(element);
        }
        if (part.whole() != null) {
            html.markup(part.whole());
            return Fate.REPLACED;
        }
        html.open(element, part.attributes());
        return Fate.WRITTEN;
    }

    private @Nullable Part takePart(String element, String number) {
        int index = Integer.parseInt(number);
        if (index >= parts.size()
                || used.get(index)
                || !parts.get(index).element().equals(element)) {
            return null;
        }
        used.set(index);
        return parts.get(index);
    }

    /** A link or a span that says nothing is no more than its text. */
    private Fate writeWithoutAttributes(String element) {
        if (element.equals("a") || element.equals("span")) {
            return Fate.UNWRAPPED;
        }
        html.open(element, List.of());
        return Fate.WRITTEN;
    }
}
