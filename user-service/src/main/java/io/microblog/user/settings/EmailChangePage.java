package io.microblog.user.settings;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.account.AccountService;
import io.microblog.user.settings.EmailChanges.Change;
import io.microblog.user.settings.EmailChanges.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the letters about a change of address lead. Looking changes nothing: mail programs look at links by themselves. */
@Controller
@RequestMapping("/auth/email_change")
@OpenToAll
class EmailChangePage {

    private final EmailChanges changes;
    private final AccountService accounts;

    EmailChangePage(EmailChanges changes, AccountService accounts) {
        this.changes = changes;
        this.accounts = accounts;
    }

    @GetMapping
    String look(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        Change change = changes.find(token).orElse(null);
        if (change == null) {
            return show(changes.pastOf(token), response, model);
        }
        if (change.agreed()) {
            return show(Outcome.WAITING, response, model);
        }
        model.addAttribute("state", "ask");
        model.addAttribute("token", token);
        model.addAttribute("email", change.email());
        model.addAttribute("username", accounts.require(change.accountId()).username());
        return "email-change";
    }

    @PostMapping
    String agree(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return show(changes.agree(token), response, model);
    }

    private static String show(Outcome outcome, HttpServletResponse response, Model model) {
        if (outcome == Outcome.INVALID) {
            response.setStatus(400);
        }
        model.addAttribute("state", outcome.name().toLowerCase(Locale.ROOT));
        return "email-change";
    }
}
