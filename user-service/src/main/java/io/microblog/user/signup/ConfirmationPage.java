package io.microblog.user.signup;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.limit.Patience;
import io.microblog.user.session.SentLetter;
import io.microblog.user.signup.ConfirmationService.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the link of a confirmation mail leads. Looking changes nothing: mail programs and their guards look at links by
 * themselves. The page does not post by itself either, because some of those guards run scripts.
 */
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
    String look(
            @RequestParam(name = "confirmation_token", defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        Optional<String> username = confirmations.offeredBy(token);
        if (username.isEmpty()) {
            return show(confirmations.pastOf(token), token, response, model);
        }
        model.addAttribute("token", token);
        model.addAttribute("username", username.get());
        return "confirmation";
    }

    /** @param username another name than the one that was asked for, which somebody else has got meanwhile */
    @PostMapping
    String confirm(
            @RequestParam(name = "confirmation_token", defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String username,
            HttpServletResponse response,
            Model model) {
        Supplier<Outcome> confirmation = username == null
                ? () -> confirmations.confirm(token)
                : () -> confirmations.confirmAs(token, username.strip());
        return show(again(confirmation), token, response, model);
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
        SentLetter.remember(http, email);
        model.addAttribute("email", email);
        return Patience.require(
                () -> signUps.resend(email, http.getRemoteAddr()),
                "redirect:/auth/sign_up/sent?again",
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
            case CONFIRMED_ALREADY -> "confirmed-already";
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
