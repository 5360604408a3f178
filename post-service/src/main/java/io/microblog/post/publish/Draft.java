package io.microblog.post.publish;

import java.util.List;
import java.util.Locale;

import io.microblog.kit.text.TextFormat;
import io.microblog.kit.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A text about to be published, not read yet. A content warning alone is the text.
 *
 * @param source as the author wrote it
 * @param format of the source
 * @param spoilerText content warning, empty when there is none
 * @param sensitive whether media start hidden; null when the author did not say
 * @param language ISO 639 code, given with or without a region; null when the author did not say
 * @param media images, in their order
 */
public record Draft(
        String source,
        TextFormat format,
        String spoilerText,
        @Nullable Boolean sensitive,
        @Nullable String language,
        List<Long> media) {

    /** What was said, in its usual form. */
    public Draft {
        if (VisibleText.isBlank(spoilerText)) {
            spoilerText = "";
        }
        if (VisibleText.isBlank(source)) {
            source = spoilerText;
            spoilerText = "";
        }
        language = language == null || language.isBlank()
                ? null
                : language.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
