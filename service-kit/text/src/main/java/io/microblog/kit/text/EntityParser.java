package io.microblog.kit.text;

import java.util.Set;
import java.util.stream.Collectors;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Recognises entities while Markdown is parsed, so that the underscores of {@code @_alice_} or of an address are never
 * taken for emphasis, and code spans, escapes and link destinations are left alone. Underscores at an entity's end are
 * left to the parser, which may need them to close emphasis; {@link EntityEnds} gives back those it did not need.
 */
final class EntityParser implements InlineContentParser {

    private static final char UNDERSCORE = '_';

    private final EntityMatcher matcher;
    private @Nullable Position afterUnderscores;
    private Before underscores = new Before(0, 0);

    private EntityParser(EntityMatcher matcher) {
        this.matcher = matcher;
    }

    static InlineContentParserFactory factory(EntityMatcher matcher) {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return (EntityMatcher.TRIGGERS + UNDERSCORE)
                        .chars()
                        .mapToObj(c -> (char) c)
                        .collect(Collectors.toSet());
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
        if (trigger == UNDERSCORE) {
            underscores = new Before(scanner.peekPreviousCodePoint(), scanner.matchMultiple(UNDERSCORE));
            afterUnderscores = scanner.position();
            return ParsedInline.none();
        }
        Before before = start.equals(afterUnderscores) ? underscores : new Before(scanner.peekPreviousCodePoint(), 0);
        if (!EntityMatcher.mayBegin(trigger, before)) {
            return ParsedInline.none();
        }
        Entity longest = matcher.match(word(scanner, EntityMatcher.window(trigger)), before);
        if (longest == null) {
            return ParsedInline.none();
        }
        Entity entity = matcher.without(longest, longest.underscores());
        scanner.setPosition(start);
        for (int i = 0; i < entity.written().length(); i++) {
            scanner.next();
        }
        return ParsedInline.of(new EntityNode(entity, longest), scanner.position());
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
