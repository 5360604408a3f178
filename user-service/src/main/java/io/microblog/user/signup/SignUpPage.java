package io.microblog.user.signup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.security.OpenToAll;
import io.microblog.user.limit.Patience;
import io.microblog.user.session.SentLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-up by browser. */
@Controller
@OpenToAll
class SignUpPage {

    /** From top to bottom. */
    private static final List<String> FIELDS = List.of("username", "email", "password", "reason", "agreement");

    private static final String CLOSED = "sign-up-closed";

    private final SignUpService signUps;
    private final Registrations registrations;

    SignUpPage(SignUpService signUps, Registrations registrations) {
        this.signUps = signUps;
        this.registrations = registrations;
    }

    @GetMapping("/auth/sign_up")
    String form(Model model) {
        model.addAttribute("problems", Map.of());
        return form(null, model);
    }

    @GetMapping("/auth/sign_up/sent")
    String sent(HttpServletRequest http, Model model) {
        model.addAttribute("email", SentLetter.receiver(http));
        model.addAttribute("again", http.getParameter("again") != null);
        return "sign-up-sent";
    }

    @PostMapping("/auth/sign_up")
    String signUp(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String agreement,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        var request = new SignUpRequest(
                username.strip(), email, password, agreement != null, locale.toLanguageTag(), null, reason);
        if (!registrations.areOpen()) {
            response.setStatus(403);
            return form(reason, model);
        }
        try {
            signUps.request(request, http.getRemoteAddr());
            SentLetter.remember(http, email);
            return "redirect:/auth/sign_up/sent";
        } catch (NetworkBlocked blocked) {
            Patience.mark(response, blocked);
            model.addAttribute("blocked", true);
            return CLOSED;
        } catch (Invalid | TooManyRequests problem) {
            Patience.mark(response, problem);
            model.addAttribute("username", username);
            model.addAttribute("email", email);
            model.addAttribute("agreement", agreement != null);
            Map<String, List<String>> problems = messageKeys(problem);
            model.addAttribute("problems", problems);
            model.addAttribute(
                    "focus",
                    FIELDS.stream().filter(problems::containsKey).findFirst().orElse(""));
            model.addAttribute("tooMany", problem instanceof TooManyRequests);
            return form(reason, model);
        }
    }

    private String form(@Nullable String reason, Model model) {
        model.addAttribute("reason", reason);
        model.addAttribute("approval", registrations.needApproval());
        return registrations.areOpen() ? "sign-up" : CLOSED;
    }

    /** By field, the keys of the messages that say what is wrong. */
    private static Map<String, List<String>> messageKeys(Problem problem) {
        return problem.details().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue().stream()
                                .map(found -> "problem." + field.getKey() + "." + found.error())
                                .toList()));
    }
}
