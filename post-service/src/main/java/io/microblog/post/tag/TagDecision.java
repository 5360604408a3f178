package io.microblog.post.tag;

import org.jspecify.annotations.Nullable;

/**
 * What moderators decided about a hashtag.
 *
 * @param hashtag its key
 * @param displayName how it is written, which differs from the key in case alone; null for as most people do
 * @param usable whether posts may have it
 * @param listable whether it is among hashtags that people come across
 * @param trendable whether it may trend; null while nobody has said so
 * @param reviewed whether anything has been decided
 */
public record TagDecision(
        String hashtag,
        @Nullable String displayName,
        boolean usable,
        boolean listable,
        @Nullable Boolean trendable,
        boolean reviewed) {

    /** What holds of a hashtag about which nobody has decided anything. */
    public static TagDecision none(String hashtag) {
        return new TagDecision(hashtag, null, true, true, null, false);
    }

    /** A decision; null leaves what is as it is. */
    public record Change(
            @Nullable String displayName,
            @Nullable Boolean usable,
            @Nullable Boolean listable,
            @Nullable Boolean trendable) {

        /** Whether it may trend, and nothing else. */
        public static Change trendable(boolean trendable) {
            return new Change(null, null, null, trendable);
        }
    }
}
