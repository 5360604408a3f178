package io.microblog.user.limit;

import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.TooManyRequests;
import org.springframework.ui.Model;

/** Pages that answer somebody who has to wait. */
public final class Patience {

    private Patience() {}

    /**
     * Shows the page where it leads, or after too many attempts the form again with a word about it.
     *
     * @param action may throw {@link TooManyRequests}
     * @param next the view when all is well
     * @param form the view with the form, which knows {@code tooMany}
     */
    public static String require(Runnable action, String next, String form, HttpServletResponse response, Model model) {
        try {
            action.run();
            return next;
        } catch (TooManyRequests problem) {
            mark(response, problem);
            model.addAttribute("tooMany", true);
            return form;
        }
    }

    /** Gives a page the status of a problem, and what else programs read: when to come again. */
    public static void mark(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    }
}
