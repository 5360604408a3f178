package io.microblog.user.strike;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.OpenToAll;
import io.microblog.user.letter.LetterKind;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.limit.Patience;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the mails lead that tell somebody that they cannot use their account: they appeal without signing in. */
@Controller
@RequestMapping("/auth/appeal")
@OpenToAll
class AppealPage {

    private static final String VIEW = "appeal";

    private final StrikeRepository strikes;
    private final Appeals appeals;
    private final SecurityMails mails;

    AppealPage(StrikeRepository strikes, Appeals appeals, SecurityMails mails) {
        this.strikes = strikes;
        this.appeals = appeals;
        this.mails = mails;
    }

    @GetMapping
    String look(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return show(token, response, model);
    }

    @PostMapping
    String file(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        Optional<Strike> strike = find(token);
        if (strike.isEmpty()) {
            return show(token, response, model);
        }
        try {
            Patience.require(
                    () -> appeals.file(strike.get().targetId(), strike.get().id(), text), VIEW, VIEW, response, model);
        } catch (Invalid refused) {
            Patience.mark(response, refused);
        }
        return show(token, response, model);
    }

    private String show(String token, HttpServletResponse response, Model model) {
        Optional<Strike> strike = find(token);
        if (strike.isEmpty()) {
            response.setStatus(400);
        }
        model.addAttribute("token", token);
        model.addAttribute("said", strike.map(Strike::text).orElse(""));
        model.addAttribute("state", strike.map(AppealPage::stateOf).orElse("invalid"));
        return VIEW;
    }

    private static String stateOf(Strike strike) {
        if (Appeals.mayAppeal(strike)) {
            return "ask";
        }
        return strike.appealState() == null ? "late" : strike.appealState();
    }

    private Optional<Strike> find(String token) {
        return Stream.of(LetterKind.FREEZE, LetterKind.SUSPENSION)
                .flatMap(kind -> mails.read(kind, token).flatMap(mails::strikeOf).stream())
                .findFirst()
                .flatMap(strikes::find);
    }
}
