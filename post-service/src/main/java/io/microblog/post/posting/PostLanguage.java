package io.microblog.post.posting;

import org.jspecify.annotations.Nullable;

/**
 * In what a post is written.
 *
 * @param code ISO 639 code, null when unknown
 * @param chosen whether the author said so; otherwise it was told from the text, and is told anew when that changes
 */
record PostLanguage(@Nullable String code, boolean chosen) {}
