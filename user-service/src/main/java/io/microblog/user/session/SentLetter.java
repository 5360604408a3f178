package io.microblog.user.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

/** Whom this browser has just asked to write to, so that the next page can offer to write again. */
public final class SentLetter {

    private static final String RECEIVER = SentLetter.class.getName();

    private SentLetter() {}

    /** @param email as it was typed in */
    public static void remember(HttpServletRequest request, String email) {
        request.getSession().setAttribute(RECEIVER, email);
    }

    /** As it was typed in; null when nothing was asked for. */
    public static @Nullable String receiver(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(RECEIVER) instanceof String email ? email : null;
    }
}
