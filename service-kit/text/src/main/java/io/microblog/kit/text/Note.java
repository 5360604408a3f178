package io.microblog.kit.text;

import java.net.URI;

/** The text rules of profiles: plain text with links, mentions and hashtags. Thread-safe. */
public final class Note {

    private static final String REL = "nofollow noopener noreferrer";

    private final String base;
    private final PlainSource plain;
    private final Length length;

    /** @param baseUrl this server's public address, to which mentions and hashtags lead */
    public Note(URI baseUrl) {
        base = EntityMatcher.base(baseUrl);
        plain = new PlainSource(EntityMatcher.of(baseUrl));
        length = new Length(plain);
    }

    /** Reads a biography, which has paragraphs. Its length counts an address as 23, like a post. */
    public ParsedText biography(String source) {
        String clean = SourceText.clean(source);
        return new ParsedText(plain.parse(clean), base, REL, length.of(clean));
    }

    /** Reads the value of a profile field: one line, whose links say {@code rel="me"} so that they can be verified. */
    public ParsedText field(String value) {
        String clean = SourceText.clean(value);
        return new ParsedText(plain.parseLine(clean), base, "me " + REL, VisibleText.length(clean));
    }
}
