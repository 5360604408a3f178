package io.microblog.kit.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads plain text into the same tree as Markdown: paragraphs, line breaks, entities and nothing else. */
final class PlainSource {

    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t]*+\n\\s*+");

    private final EntityMatcher matcher;

    PlainSource(EntityMatcher matcher) {
        this.matcher = matcher;
    }

    Node parse(String source) {
        var document = new Document();
        for (String block : BLANK_LINES.split(source.strip())) {
            if (!block.isBlank()) {
                document.appendChild(paragraph(block.lines().toList()));
            }
        }
        return document;
    }

    /** Reads one line; the parts stand in the document without a paragraph around them. */
    Node parseLine(String source) {
        var document = new Document();
        line(source.strip().replace('\n', ' '), document);
        return document;
    }

    private Node paragraph(List<String> lines) {
        var paragraph = new Paragraph();
        for (String line : lines) {
            if (paragraph.getFirstChild() != null) {
                paragraph.appendChild(new HardLineBreak());
            }
            line(line, paragraph);
        }
        return paragraph;
    }

    private void line(String line, Node parent) {
        scan(line, text -> parent.appendChild(new Text(text)), entity -> parent.appendChild(new EntityNode(entity)));
    }

    /** Cuts {@code text} into plain stretches and entities, in order. */
    void scan(String text, Consumer<String> plain, Consumer<Entity> entities) {
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            Entity entity = match(text, at);
            if (entity != null) {
                if (at > done) {
                    plain.accept(text.substring(done, at));
                }
                entities.accept(entity);
                done = at + entity.written().length();
                at = done - 1;
            }
        }
        if (done < text.length()) {
            plain.accept(text.substring(done));
        }
    }

    private @Nullable Entity match(String text, int at) {
        char trigger = text.charAt(at);
        if (EntityMatcher.TRIGGERS.indexOf(trigger) < 0) {
            return null;
        }
        Before before = Before.of(text, at);
        if (!EntityMatcher.mayBegin(trigger, before)) {
            return null;
        }
        return matcher.match(text.substring(at, Math.min(text.length(), at + EntityMatcher.window(trigger))), before);
    }
}
