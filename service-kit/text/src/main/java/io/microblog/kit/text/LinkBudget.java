package io.microblog.kit.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;

/**
 * Drops the destinations of links past a total length in proportion to the source: a short reference may be used
 * thousands of times, each time repeating a long address.
 */
final class LinkBudget extends AbstractVisitor {

    private static final int FREE = 10_000;

    private long left;

    LinkBudget(int sourceLength) {
        left = FREE + 2L * sourceLength;
    }

    @Override
    public void visit(Link link) {
        left -= link.getDestination().length();
        if (left < 0) {
            link.setDestination("");
        }
    }
}
