package io.microblog.user.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in, and the one to sign out. */
@Controller
@OpenToAll
class SignInPage {

    private final RequestCache requests = new HttpSessionRequestCache();

    /** A failed attempt is forwarded here with what went wrong. */
    @RequestMapping(
            path = "/auth/sign_in",
            method = {RequestMethod.GET, RequestMethod.POST})
    String signIn(
            @RequestParam(required = false) @Nullable String email,
            @RequestAttribute(required = false) @Nullable String problem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        allowRedirect(request, response);
        model.addAttribute("email", email);
        model.addAttribute("problem", problem);
        model.addAttribute("signedOut", request.getParameter("signed_out") != null);
        model.addAttribute("passwordChanged", request.getParameter("password_changed") != null);
        return "sign-in";
    }

    @GetMapping("/auth/sign_out")
    String signOut() {
        return "sign-out";
    }

    @RequestMapping("/auth/stale")
    String stale() {
        return "stale";
    }

    /** Where consent was given before, signing in leads straight back to the client. */
    private void allowRedirect(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = requests.getRequest(request, response);
        String[] redirect = saved == null ? null : saved.getParameterValues("redirect_uri");
        if (redirect != null && redirect.length == 1) {
            PageHeaders.allowFormTo(request, redirect[0]);
        }
    }
}
