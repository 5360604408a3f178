package io.microblog.user.signup;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.limit.Patience;
import io.microblog.user.signup.ConfirmationService.Outcome;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of a confirmation mail leads. */
@Controller
@RequestMapping("/auth/confirmation")
@OpenToAll
class ConfirmationPage {

    private final ConfirmationService confirmations;
    private final SignUpService signUps;

    ConfirmationPage(ConfirmationService confirmations, SignUpService signUps) {
        this.confirmations = confirmations;
        this.signUps = signUps;
    }

    @GetMapping
    String confirm(
            @RequestParam(name = "confirmation_token", defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        return show(again(() -> confirmations.confirm(token)), token, response, model);
    }

    @PostMapping
    String confirmAs(
            @RequestParam(name = "confirmation_token", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String username,
            HttpServletResponse response,
            Model model) {
        return show(again(() -> confirmations.confirmAs(token, username.strip())), token, response, model);
    }

    @GetMapping("/new")
    String ask() {
        return "confirmation-new";
    }

    /** Says the same whether there is anything to confirm or not. */
    @PostMapping("/new")
    String resend(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        return Patience.require(
                () -> signUps.resend(email, http.getRemoteAddr()),
                "redirect:/auth/sign_up/sent",
                "confirmation-new",
                response,
                model);
    }

    /** Two who confirm the same name at once: the second looks again and sees that it has gone. */
    private static Outcome again(Supplier<Outcome> confirmation) {
        try {
            return confirmation.get();
        } catch (DataIntegrityViolationException e) {
            return confirmation.get();
        }
    }

    private static String show(Outcome outcome, String token, HttpServletResponse response, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("retry", outcome == Outcome.USERNAME_INVALID);
        return switch (outcome) {
            case CONFIRMED -> "confirmed";
            case WAITING -> "confirmation-waiting";
            case INVALID -> {
                response.setStatus(400);
                yield "confirmation-invalid";
            }
            case USERNAME_TAKEN, USERNAME_INVALID -> {
                response.setStatus(422);
                yield "confirmation-username";
            }
        };
    }
}
