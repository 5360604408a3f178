package io.microblog.search.query;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a post was found: one of its texts, or the part of it around the first match. It is plain text and never HTML.
 *
 * @param of which text
 * @param text what it says
 * @param ranges what of it matches, in order and apart from each other
 */
record Highlight(Of of, String text, List<Range> ranges) {

    /** Texts of a post. */
    enum Of {
        @JsonProperty("content")
        CONTENT,
        @JsonProperty("spoiler_text")
        WARNING,
        /** The description of one of its media. */
        @JsonProperty("media")
        MEDIA,
        /** An option of its poll. */
        @JsonProperty("poll")
        POLL
    }

    /**
     * A piece of the text.
     *
     * @param start its first character, counted in UTF-16 code units as JavaScript does
     * @param end the one after its last
     */
    record Range(int start, int end) {}
}
