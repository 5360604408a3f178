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
import io.microblog.user.invite.Invites;
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
    private final Invites invites;
    private final ProofOfWork proofs;

    SignUpPage(SignUpService signUps, Registrations registrations, Invites invites, ProofOfWork proofs) {
        this.signUps = signUps;
        this.registrations = registrations;
        this.invites = invites;
        this.proofs = proofs;
    }

    @GetMapping("/auth/sign_up")
    String form(@RequestParam(name = "invite_code", defaultValue = "") String code, Model model) {
        model.addAttribute("problems", Map.of());
        return form(null, code, "", model);
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
            @RequestParam(name = "invite_code", defaultValue = "") String code,
            @RequestParam(defaultValue = "") String proof,
            Locale locale,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        var request = new SignUpRequest(
                username.strip(), email, password, agreement != null, locale.toLanguageTag(), null, reason, code);
        if (!mayAsk(code)) {
            response.setStatus(403);
            return form(reason, code, proof, model);
        }
        try {
            signUps.request(request, proof, http.getRemoteAddr(), null);
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
            return form(reason, code, proof, model);
        }
    }

    private String form(@Nullable String reason, String code, String proof, Model model) {
        boolean invited = invites.open(code).isPresent();
        model.addAttribute("reason", reason);
        model.addAttribute("inviteCode", code);
        model.addAttribute("invited", invited);
        model.addAttribute("approval", registrations.needApproval() && !invited);
        model.addAttribute("task", proofs.isNeeded() && !invited ? proofs.task(proof) : null);
        return mayAsk(code) ? "sign-up" : CLOSED;
    }

    private boolean mayAsk(String code) {
        return registrations.areOpen() || invites.open(code).isPresent();
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
