package io.microblog.kit.text;

import java.util.List;

import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown. The cost is bounded: deep nesting is read as text, and a table that would grow out of proportion (its
 * short rows are filled up to the width of its head) is none.
 */
final class MarkdownSource {

    private static final int MAX_NESTING = 20;
    private static final int MAX_TABLE_CELLS = 5000;

    private final EntityMatcher matcher;
    private final Parser withTables;
    private final Parser withoutTables;

    MarkdownSource(EntityMatcher matcher) {
        this.matcher = matcher;
        withTables = parser(matcher)
                .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
                .build();
        withoutTables = parser(matcher)
                .extensions(List.of(StrikethroughExtension.create()))
                .build();
    }

    Node parse(String source) {
        Node document = (mayGrow(source) ? withoutTables : withTables).parse(source);
        document.accept(new LinkBudget(source.length()));
        document.accept(new EntityEnds(matcher));
        return document;
    }

    private static Parser.Builder parser(EntityMatcher matcher) {
        return Parser.builder()
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING)
                .customInlineContentParserFactory(EntityParser.factory(matcher));
    }

    private static boolean mayGrow(String source) {
        long columns = source.lines()
                .mapToLong(line -> line.chars().filter(c -> c == '|').count() + 1)
                .max()
                .orElse(0);
        return columns * source.lines().count() > MAX_TABLE_CELLS;
    }
}
