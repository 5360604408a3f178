package io.microblog.post.status;

import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What a post says to one reader: what translation and mails need of it.
 *
 * @param id decimal
 * @param version of the post
 * @param visibility who may see it
 * @param language ISO 639 code, null when unknown
 * @param content sanitised HTML
 * @param spoilerText content warning, may be empty
 * @param muted whether the reader has muted its thread
 */
public record StatusText(
        String id,
        long version,
        Visibility visibility,
        @Nullable String language,
        String content,
        String spoilerText,
        boolean muted) {

    static StatusText from(PostRow post) {
        return new StatusText(
                Long.toString(post.id()),
                post.version(),
                post.visibility(),
                post.language(),
                post.content(),
                post.spoilerText(),
                post.reactions().muted());
    }
}
