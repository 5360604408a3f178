package io.microblog.kit.text;

import java.util.Arrays;
import java.util.Optional;

/** In what notation a text is written. */
public enum TextFormat {
    /** CommonMark with tables, strikethrough and bare links; a line break stays a line break. */
    MARKDOWN("text/markdown"),
    /** Paragraphs, line breaks and bare links. */
    PLAIN("text/plain");

    private final String contentType;

    TextFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The {@code content_type} by which the API names it. */
    public String contentType() {
        return contentType;
    }

    /** The format that the API calls {@code contentType}; empty for any other. */
    public static Optional<TextFormat> of(String contentType) {
        return Arrays.stream(values())
                .filter(format -> format.contentType.equalsIgnoreCase(contentType))
                .findFirst();
    }
}
