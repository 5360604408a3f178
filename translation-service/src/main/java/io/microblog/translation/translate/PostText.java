package io.microblog.translation.translate;

import io.microblog.event.Visibility;
import io.microblog.translation.cache.TextKey;
import org.jspecify.annotations.Nullable;

/**
 * What a post says, as its reader may see it.
 *
 * @param language as declared or detected when it was posted, null when unknown
 * @param content sanitised HTML
 * @param spoilerText content warning, empty when there is none
 */
record PostText(
        long id,
        long version,
        Visibility visibility,
        @Nullable String language,
        String content,
        String spoilerText) {

    /** What was meant for few people is not given to a provider. */
    boolean isOpen() {
        return visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED;
    }

    TextKey key() {
        return TextKey.of(language, content, spoilerText);
    }
}
