package io.microblog.kit.web;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** The header by which a client says that a request is one which it sent before. */
public final class IdempotencyKey {

    /** Its name. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    private IdempotencyKey() {}

    /**
     * The key that a client sent; null when it sent none.
     *
     * @throws Invalid when it is too long
     */
    public static @Nullable String check(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.length() > MAX_LENGTH) {
            throw Invalid.field(HEADER, "ERR_TOO_LONG", "is longer than " + MAX_LENGTH + " characters");
        }
        return sent;
    }
}
