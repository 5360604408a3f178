package io.microblog.kit.text;

import java.util.Set;
import java.util.stream.Collectors;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Recognises entities while Markdown is parsed, so that the underscores of {@code @_alice_} or of an address are never
 * taken for emphasis, and code spans, escapes and link destinations are left alone.
 */
final class EntityParser implements InlineContentParser {

    private final EntityMatcher matcher;

    private EntityParser(EntityMatcher matcher) {
        this.matcher = matcher;
    }

    static InlineContentParserFactory factory(EntityMatcher matcher) {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return EntityMatcher.TRIGGERS.chars().mapToObj(c -> (char) c).collect(Collectors.toSet());
            }

            @Override
            public InlineContentParser create() {
                return new EntityParser(matcher);
            }
        };
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        char trigger = scanner.peek();
        if (!EntityMatcher.mayBegin(trigger, scanner.peekPreviousCodePoint())) {
            return ParsedInline.none();
        }
        Entity entity = matcher.match(word(scanner, EntityMatcher.window(trigger)));
        if (entity == null) {
            return ParsedInline.none();
        }
        scanner.setPosition(start);
        for (int i = 0; i < entity.written().length(); i++) {
            scanner.next();
        }
        return ParsedInline.of(new EntityNode(entity), scanner.position());
    }

    private static String word(Scanner scanner, int window) {
        var word = new StringBuilder();
        while (scanner.hasNext() && scanner.peek() > ' ' && word.length() < window) {
            word.append(scanner.peek());
            scanner.next();
        }
        return word.toString();
    }
}
