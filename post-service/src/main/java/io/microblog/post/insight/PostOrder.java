package io.microblog.post.insight;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which posts are the best. */
enum PostOrder {
    /** Of which people made most: favourites, boosts and answers. */
    ENGAGEMENT("favourites + boosts + replies"),
    HOMES("homes"),
    OPENS("opens"),
    FAVOURITES("favourites"),
    REBLOGS("boosts"),
    REPLIES("replies");

    private final String column;

    PostOrder(String column) {
        this.column = column;
    }

    /** An SQL expression. */
    String column() {
        return column;
    }

    /** The lower-case name used by the API. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
