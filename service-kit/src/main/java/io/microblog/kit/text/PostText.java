package io.microblog.kit.text;

import java.net.URI;

/** The text rules of posts. Thread-safe. */
public final class PostText {

    /** No source may be longer, in UTF-16 units. */
    public static final int MAX_SOURCE_LENGTH = 20_000;

    /** What an address counts, however long it is. */
    public static final int CHARACTERS_PER_URL = Length.URL;

    private static final String REL = "nofollow noopener noreferrer";

    private final String base;
    private final PlainSource plain;
    private final MarkdownSource markdown;
    private final Length length;

    /** @param baseUrl this server's public address, to which mentions and hashtags lead */
    public PostText(URI baseUrl) {
        EntityMatcher matcher = EntityMatcher.of(baseUrl);
        base = EntityMatcher.base(baseUrl);
        plain = new PlainSource(matcher);
        markdown = new MarkdownSource(matcher);
        length = new Length(plain);
    }

    /**
     * How many characters a post counts as the Mastodon API counts: grapheme clusters of the source and its content
     * warning, an address as 23, a mention without its host.
     */
    public int length(String spoilerText, String source) {
        return Length.graphemes(SourceText.clean(spoilerText)) + length.of(SourceText.clean(source));
    }

    /**
     * Whether a post is short enough. Besides the count it looks at the raw size, since one grapheme cluster may hold
     * any number of combining marks.
     *
     * @param limit in characters as {@link #length} counts them
     */
    public boolean fits(String spoilerText, String source, int limit) {
        return spoilerText.length() + source.length() <= MAX_SOURCE_LENGTH && length(spoilerText, source) <= limit;
    }

    /**
     * Reads a source.
     *
     * @throws IllegalArgumentException when it is longer than {@link #MAX_SOURCE_LENGTH}
     */
    public ParsedText parse(String source, TextFormat format) {
        if (source.length() > MAX_SOURCE_LENGTH) {
            throw new IllegalArgumentException("source longer than " + MAX_SOURCE_LENGTH);
        }
        String clean = SourceText.clean(source);
        var document = switch (format) {
            case MARKDOWN -> markdown.parse(clean);
            case PLAIN -> plain.parse(clean);
        };
        return new ParsedText(document, base, REL, length.of(clean));
    }
}
