package io.microblog.translation.markup;

import java.util.ArrayList;
import java.util.List;

import io.microblog.kit.text.HtmlWriter;

/** Writes what a translator is given and remembers what stays at home. */
final class Mask {

    private final HtmlWriter html = new HtmlWriter();
    private final StringBuilder words = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    Mask(Node.Element body) {
        body.children().forEach(this::write);
    }

    String html() {
        return html.toString();
    }

    /** The text that is to be translated. */
    String words() {
        return words.toString();
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    private void write(Node node) {
        switch (node) {
            case Node.Text text -> {
                html.text(text.text());
                words.append(text.text());
            }
            case Node.Element element when element.isKept() -> keep(element);
            case Node.Element element -> element(element);
        }
    }

    /** Sent with its text, for the sentence around it. One of the two marks is known to each provider. */
    private void keep(Node.Element element) {
        var whole = new HtmlWriter();
        element.writeTo(whole);
        html.open(
                element.name(),
                List.of(Part.NUMBER, String.valueOf(parts.size()), "class", "notranslate", "translate", "no"));
        html.text(element.text());
        html.close(element.name());
        parts.add(new Part(element.name(), element.attributes(), whole.toString()));
    }

    private void element(Node.Element element) {
        if (element.attributes().isEmpty()) {
            html.open(element.name(), List.of());
        } else {
            html.open(element.name(), List.of(Part.NUMBER, String.valueOf(parts.size())));
            parts.add(new Part(element.name(), element.attributes(), null));
        }
        element.children().forEach(this::write);
        html.close(element.name());
    }
}
