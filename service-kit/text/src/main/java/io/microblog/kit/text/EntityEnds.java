package io.microblog.kit.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Delimited;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Gives entities the underscores at their end that closed no emphasis: {@code @bob_} is {@code bob_}, {@code _@bob_} is not. */
final class EntityEnds extends AbstractVisitor {

    private final EntityMatcher matcher;

    EntityEnds(EntityMatcher matcher) {
        this.matcher = matcher;
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof EntityNode place) {
            extend(place);
        } else {
            visitChildren(node);
        }
    }

    private void extend(EntityNode place) {
        int missing =
                place.longest().written().length() - place.entity().written().length();
        if (missing > 0 && following(place) instanceof Text text) {
            int unused = Math.min(missing, leadingUnderscores(text.getLiteral()));
            place.become(matcher.without(place.longest(), missing - unused));
            text.setLiteral(text.getLiteral().substring(unused));
        }
    }

    /** Emphasis takes the underscores next to the text and leaves those behind it. */
    private static @Nullable Node following(Node node) {
        Node last = node;
        while (last.getNext() == null && last.getParent() instanceof Delimited) {
            last = last.getParent();
        }
        return last.getNext();
    }

    private static int leadingUnderscores(String text) {
        int count = 0;
        while (Characters.at(text, count) == '_') {
            count++;
        }
        return count;
    }
}
