package io.microblog.user.settings;

import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.security.OpenToAll;
import io.microblog.user.account.AccountService;
import io.microblog.user.limit.Patience;
import io.microblog.user.login.LoginService;
import io.microblog.user.oauth.AuthorizationService;
import io.microblog.user.session.SessionService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sessions, authorised apps, password and address. The filter chain lets nobody in who is not signed in by browser. */
@Controller
@RequestMapping("/auth/settings")
@OpenToAll
class SettingsPage {

    private final SessionService sessions;
    private final AuthorizationService authorizations;
    private final LoginService logins;
    private final AccountService accounts;
    private final CredentialChanges changes;

    SettingsPage(
            SessionService sessions,
            AuthorizationService authorizations,
            LoginService logins,
            AccountService accounts,
            CredentialChanges changes) {
        this.sessions = sessions;
        this.authorizations = authorizations;
        this.logins = logins;
        this.accounts = accounts;
        this.changes = changes;
    }

    @GetMapping
    String settings(Principal person, HttpServletRequest request, Model model) {
        long account = accountOf(person);
        model.addAttribute("username", accounts.require(account).username());
        model.addAttribute("email", logins.emailOf(account));
        model.addAttribute("sessions", sessions.list(account));
        model.addAttribute("current", request.getSession().getId());
        model.addAttribute("apps", authorizations.appsOf(account));
        return "settings";
    }

    @PostMapping("/sessions/{sid}/end")
    String endSession(Principal person, @PathVariable String sid) {
        sessions.end(accountOf(person), sid);
        return "redirect:/auth/settings";
    }

    @PostMapping("/sessions/end_others")
    String endOthers(Principal person, HttpServletRequest request) {
        sessions.endOthers(accountOf(person), request.getSession().getId());
        return "redirect:/auth/settings";
    }

    @PostMapping("/apps/{id:[0-9]+}/revoke")
    String revokeApp(Principal person, @PathVariable long id) {
        authorizations.revokeApp(accountOf(person), id);
        return "redirect:/auth/settings";
    }

    @PostMapping("/password")
    String changePassword(
            Principal person,
            @RequestParam(name = "current_password", defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "apps_too", defaultValue = "false") boolean appsToo,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String session = request.getSession().getId();
        return attempt(
                "password",
                () -> changes.changePassword(accountOf(person), present, password, appsToo, session),
                person,
                request,
                response,
                model);
    }

    @PostMapping("/email")
    String changeEmail(
            Principal person,
            @RequestParam(name = "current_password", defaultValue = "") String present,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return attempt(
                "email",
                () -> changes.changeEmail(accountOf(person), present, email),
                person,
                request,
                response,
                model);
    }

    /** Shows the page again, beside the form either what is wrong or that all is well. */
    private String attempt(
            String form,
            Supplier<Optional<String>> change,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> problem;
        try {
            problem = change.get();
        } catch (TooManyRequests e) {
            Patience.mark(response, e);
            problem = Optional.of("sign_in.too_many");
        }
        if (problem.isPresent()) {
            response.setStatus(response.getStatus() == 429 ? 429 : 422);
            model.addAttribute(form + "Problem", problem.get());
        } else {
            model.addAttribute(form + "Done", true);
        }
        return settings(person, request, model);
    }

    private static long accountOf(Principal person) {
        return Long.parseLong(person.getName());
    }
}
