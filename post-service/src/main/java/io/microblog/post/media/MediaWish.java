package io.microblog.post.media;

import java.util.Objects;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.SourceText;
import io.microblog.kit.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says of an image; null leaves a thing as it is, and an empty text takes it away.
 *
 * @param description for those who do not see it
 * @param focus as two numbers with a comma
 */
record MediaWish(@Nullable String description, @Nullable String focus) {

    /** Characters of a description; the instance tells clients. */
    static final int MAX_DESCRIPTION = 1500;

    /** A character may be made of any number of marks. */
    private static final int MAX_DESCRIPTION_BYTES = 32_768;

    /** @throws Invalid naming what cannot be */
    void check() {
        Invalid.Builder invalid = Invalid.builder();
        if (VisibleText.size(text()) > MAX_DESCRIPTION_BYTES) {
            invalid.field("description", "ERR_TOO_LARGE", "is larger than %d bytes".formatted(MAX_DESCRIPTION_BYTES));
        } else if (VisibleText.length(text()) > MAX_DESCRIPTION) {
            invalid.field("description", "ERR_TOO_LONG", "is longer than %d characters".formatted(MAX_DESCRIPTION));
        }
        if (!isBlank(focus) && point() == null) {
            invalid.field("focus", "ERR_INVALID", "is not two numbers from -1 to 1 with a comma between them");
        }
        invalid.throwIfAny();
    }

    /**
     * The image's properties as wished.
     *
     * @throws Invalid naming what cannot be
     */
    Media apply(Media media) {
        check();
        Media described = description == null ? media : media.described(text().isEmpty() ? null : text());
        return focus == null ? described : described.focused(point());
    }

    private String text() {
        return SourceText.clean(Objects.requireNonNullElse(description, "")).strip();
    }

    private @Nullable Focus point() {
        return focus == null ? null : Focus.parse(focus).orElse(null);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
