package io.microblog.kit.text;

import java.net.URI;

/** The text rules of posts. Thread-safe. */
public final class PostText {

    /**
     * No post may be larger, in bytes of UTF-8, however few characters it counts: an address counts as {@link
     * #CHARACTERS_PER_URL}, and one character may be made of any number of marks.
     */
    public static final int MAX_BYTES = 65_536;

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
        return VisibleText.length(SourceText.clean(spoilerText)) + length.of(SourceText.clean(source));
    }

    /** How large a post is, in bytes of UTF-8. */
    public static int size(String spoilerText, String source) {
        return VisibleText.size(SourceText.clean(spoilerText)) + VisibleText.size(SourceText.clean(source));
    }

    /**
     * Reads a source.
     *
     * @throws IllegalArgumentException when it is larger than {@link #MAX_BYTES}
     */
    public ParsedText parse(String source, TextFormat format) {
        String clean = SourceText.clean(source);
        if (VisibleText.size(clean) > MAX_BYTES) {
            throw new IllegalArgumentException("source larger than " + MAX_BYTES);
        }
        var document = switch (format) {
            case MARKDOWN -> markdown.parse(clean);
            case PLAIN -> plain.parse(clean);
        };
        return new ParsedText(document, base, REL, length.of(clean));
    }
}
