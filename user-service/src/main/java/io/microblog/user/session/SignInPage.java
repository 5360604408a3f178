package io.microblog.user.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.account.AccountService;
import org.jspecify.annotations.Nullable;
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

    static final String PATH = "/auth/sign_in";

    private final Destination destination = new Destination();
    private final AccountService accounts;

    SignInPage(AccountService accounts) {
        this.accounts = accounts;
    }

    /**
     * A failed attempt is forwarded here with what went wrong. Who is signed in may go on as they are, or use another
     * account. Where consent was given before, signing in leads straight back to the client.
     */
    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.POST})
    String signIn(
            @RequestParam(required = false) @Nullable String email,
            @RequestAttribute(required = false) @Nullable String problem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        destination.client(request, response).ifPresent(client -> PageHeaders.allowFormTo(request, client));
        SignedIn.account()
                .ifPresent(id ->
                        model.addAttribute("username", accounts.require(id).username()));
        model.addAttribute("destination", destination.path(request, response));
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
}
