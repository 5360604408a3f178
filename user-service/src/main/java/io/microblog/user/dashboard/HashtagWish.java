package io.microblog.user.dashboard;

import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.Hashtags;
import org.jspecify.annotations.Nullable;

/**
 * Which hashtag a figure is about.
 *
 * @param id its name, as everywhere here
 */
record HashtagWish(@Nullable @Opaque String id) {

    /**
     * Its normal form.
     *
     * @param field of the request, to name in complaints
     * @throws Invalid when none is named
     */
    static String require(@Nullable HashtagWish wish, String field) {
        String name = wish == null || wish.id() == null ? "" : wish.id();
        return Hashtags.normalise(name.strip())
                .orElseThrow(() -> Invalid.field(field, "ERR_INVALID", "must name a hashtag by its id"));
    }
}
