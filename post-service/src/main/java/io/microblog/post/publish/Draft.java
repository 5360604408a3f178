package io.microblog.post.publish;

import java.util.List;

import io.microblog.kit.text.TextFormat;
import org.jspecify.annotations.Nullable;

/**
 * A text about to be published, not read yet.
 *
 * @param source as the author wrote it
 * @param format of the source
 * @param spoilerText content warning, empty when there is none
 * @param sensitive whether media start hidden; null when the author did not say
 * @param language ISO 639 code; null when the author did not say
 * @param media images, in their order
 */
public record Draft(
        String source,
        TextFormat format,
        String spoilerText,
        @Nullable Boolean sensitive,
        @Nullable String language,
        List<Long> media) {}
