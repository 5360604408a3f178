package io.microblog.user.report;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** What people write in a case: appeals, messages, notes. */
public final class CaseText {

    private static final int LENGTH = 2_000;

    private CaseText() {}

    /**
     * The text that somebody sent in the field {@code text}, without space around it.
     *
     * @throws Invalid when there is none, or it is longer than 2,000 characters
     */
    public static String require(@Nullable String sent) {
        String text = sent == null ? "" : sent.strip();
        if (text.isEmpty()) {
            throw Invalid.field("text", "ERR_BLANK", "can't be blank");
        }
        if (text.codePointCount(0, text.length()) > LENGTH) {
            throw Invalid.field("text", "ERR_TOO_LONG", "is too long (maximum is " + LENGTH + " characters)");
        }
        return text;
    }
}
