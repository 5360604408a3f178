package io.microblog.user.signup;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.signup.SignUpService.Outcome;
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

    private final SignUpService signUps;

    ConfirmationPage(SignUpService signUps) {
        this.signUps = signUps;
    }

    @GetMapping
    String confirm(
            @RequestParam(name = "confirmation_token", defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        return show(again(() -> signUps.confirm(token)), token, response, model);
    }

    @PostMapping
    String confirmAs(
            @RequestParam(name = "confirmation_token", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String username,
            HttpServletResponse response,
            Model model) {
        return show(again(() -> signUps.confirmAs(token, username.strip())), token, response, model);
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
