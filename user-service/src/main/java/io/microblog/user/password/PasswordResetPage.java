package io.microblog.user.password;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.limit.Patience;
import io.microblog.user.password.PasswordResetService.Outcome;
import io.microblog.user.session.SentLetter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for a forgotten password: one asks for the letter, the one behind its link asks for a new password. */
@Controller
@RequestMapping("/auth/password")
@OpenToAll
class PasswordResetPage {

    private final PasswordResetService resets;

    PasswordResetPage(PasswordResetService resets) {
        this.resets = resets;
    }

    @GetMapping("/new")
    String ask() {
        return "password-new";
    }

    @PostMapping("/new")
    String request(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        SentLetter.remember(http, email);
        model.addAttribute("email", email);
        return Patience.require(
                () -> resets.request(email, http.getRemoteAddr()),
                "redirect:/auth/password/sent",
                "password-new",
                response,
                model);
    }

    @GetMapping("/sent")
    String sent(HttpServletRequest http, Model model) {
        model.addAttribute("email", SentLetter.receiver(http));
        return "password-sent";
    }

    @GetMapping("/edit")
    String form(
            @RequestParam(name = "reset_password_token", defaultValue = "") String token,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("token", token);
        return resets.isGood(token) ? "password-edit" : invalid(response);
    }

    @PostMapping("/edit")
    String choose(
            @RequestParam(name = "reset_password_token", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("token", token);
        return switch (resets.choose(token, password)) {
            case Outcome.Changed _ -> "redirect:/auth/sign_in?password_changed";
            case Outcome.InvalidLink _ -> invalid(response);
            case Outcome.Refused refused -> {
                response.setStatus(422);
                model.addAttribute(
                        "problem", "problem.password." + refused.problem().error());
                yield "password-edit";
            }
        };
    }

    private static String invalid(HttpServletResponse response) {
        response.setStatus(400);
        return "password-invalid";
    }
}
