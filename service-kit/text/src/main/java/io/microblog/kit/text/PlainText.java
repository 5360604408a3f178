package io.microblog.kit.text;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Writes a tree as text without markup, a line per block: for search, mails and language detection. */
final class PlainText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    static String of(Node document) {
        var writer = new PlainText();
        document.accept(writer);
        return writer.text.toString().strip();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        text.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        lineWithChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        lineWithChildren(heading);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        line(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        line(block.getLiteral());
    }

    @Override
    public void visit(HtmlBlock block) {
        line(block.getLiteral());
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case EntityNode place -> text.append(place.entity().written());
            case TableRow row -> lineWithChildren(row);
            case TableCell cell -> {
                visitChildren(cell);
                text.append(' ');
            }
            default -> visitChildren(node);
        }
    }

    private void lineWithChildren(Node node) {
        visitChildren(node);
        text.append('\n');
        if (node instanceof Block) {
            text.append('\n');
        }
    }

    private void line(String literal) {
        text.append(literal).append('\n');
    }
}
