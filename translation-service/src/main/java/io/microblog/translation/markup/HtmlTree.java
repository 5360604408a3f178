package io.microblog.translation.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.microblog.kit.text.HtmlWriter;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/** Builds the tree of a post's HTML. */
final class HtmlTree implements HtmlSanitizer.Policy {

    private final Node.Element root = new Node.Element("body", List.of());
    private final Deque<Node.Element> open = new ArrayDeque<>(List.of(root));

    private HtmlTree() {}

    /** The body, whose children are what the HTML says. */
    static Node.Element of(String html) {
        var tree = new HtmlTree();
        HtmlSanitizer.sanitize(html, tree);
        return tree.root;
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        var element = new Node.Element(name, attributes);
        open.element().children().add(element);
        if (!HtmlWriter.isVoid(name)) {
            open.push(element);
        }
    }

    @Override
    public void closeTag(String name) {
        if (open.element().name().equals(name)) {
            open.pop();
        }
    }

    @Override
    public void text(@Nullable String text) {
        if (text != null) {
            open.element().children().add(new Node.Text(text));
        }
    }
}
