package io.microblog.user.block;

import java.util.Arrays;
import java.util.Locale;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** What is kept from those who come from a network; the later, the more. */
public enum IpSeverity {
    /** A moderator decides about their sign-ups. */
    SIGN_UP_REQUIRES_APPROVAL,
    /** They do not sign up. */
    SIGN_UP_BLOCK,
    /** They get nothing at all. */
    NO_ACCESS;

    /** Whether nobody signs up from there. */
    public boolean refusesSignUp() {
        return this != SIGN_UP_REQUIRES_APPROVAL;
    }

    /** As programs call it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity that a client calls so.
     *
     * @throws Invalid when there is none
     */
    static IpSeverity of(@Nullable String wish) {
        String code = wish == null ? "" : wish.strip();
        if (code.isEmpty()) {
            throw Invalid.field("severity", "ERR_BLANK", "can't be blank");
        }
        return Arrays.stream(values())
                .filter(severity -> severity.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Invalid.field("severity", "ERR_INCLUSION", "is not included in the list"));
    }
}
