package io.microblog.user.signup;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.signup.SignUpService.Outcome;
import jakarta.servlet.http.HttpServletResponse;
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
        return show(signUps.confirm(token), token, response, model);
    }

    @PostMapping
    String confirmAs(
            @RequestParam(name = "confirmation_token", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String username,
            HttpServletResponse response,
            Model model) {
        return show(signUps.confirmAs(token, username.strip()), token, response, model);
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
