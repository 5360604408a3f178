package io.microblog.internal;

import io.microblog.event.IdString;
import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What a post says to one reader: what translation and mails need of it.
 *
 * @param id the post
 * @param version of the post
 * @param visibility who may see it
 * @param language ISO 639 code, as declared or detected when it was posted, null when unknown
 * @param content sanitised HTML
 * @param spoilerText content warning, empty when there is none
 * @param muted whether the reader has muted its thread
 */
public record StatusText(
        @IdString long id,
        long version,
        Visibility visibility,
        @Nullable String language,
        String content,
        String spoilerText,
        boolean muted) {

    /** Whether the author put the text behind a warning. */
    public boolean hasWarning() {
        return !spoilerText.isBlank();
    }
}
