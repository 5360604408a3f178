package io.microblog.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is to be counted.
 *
 * @param hashtag in its normal form, of a figure about one
 */
public record FigureQuestion(
        Figure figure, FigureDays days, @Nullable String hashtag) {

    /** The hashtag that the figure is about, which must be given. */
    public String requireHashtag() {
        if (hashtag == null) {
            throw new IllegalArgumentException(figure + " is of a hashtag");
        }
        return hashtag;
    }
}
