package io.microblog.search.saved;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * A search as somebody keeps it.
 *
 * @param q as it was typed
 */
record QueryText(@Nullable String q) {

    /** As long as a search may be. */
    private static final int MAX_LENGTH = 200;

    /**
     * Without the blanks around it.
     *
     * @throws Invalid when there is nothing, or too much
     */
    String text() {
        String text = q == null ? "" : q.replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.isEmpty()) {
            throw Invalid.field("q", "ERR_BLANK", "can't be blank");
        }
        if (text.length() > MAX_LENGTH) {
            throw Invalid.field("q", "ERR_TOO_LONG", "is longer than %d characters".formatted(MAX_LENGTH));
        }
        return text;
    }
}
