package io.microblog.post.status;

import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What translation needs of a post.
 *
 * @param id decimal
 * @param version of the post
 * @param visibility who may see it
 * @param language ISO 639 code, null when unknown
 * @param content sanitised HTML
 * @param spoilerText content warning, may be empty
 */
public record StatusText(
        String id,
        long version,
        Visibility visibility,
        @Nullable String language,
        String content,
        String spoilerText) {

    static StatusText from(PostRow post) {
        return new StatusText(
                Long.toString(post.id()),
                post.version(),
                post.visibility(),
                post.language(),
                post.content(),
                post.spoilerText());
    }
}
