package io.microblog.notification.preference;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.security.OpenToAll;
import io.microblog.notification.preference.UnsubscribeLinks.Target;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the link in a mail leads. Looking changes nothing, because mail programs look at links by themselves; posting
 * does, from the page or from the mail program's own button (one-click, RFC 8058).
 */
@Controller
@OpenToAll
@RequestMapping(UnsubscribeLinks.PATH)
class UnsubscribeController {

    private final UnsubscribeLinks links;
    private final MailPreferences preferences;
    private final UnsubscribePages pages;

    UnsubscribeController(UnsubscribeLinks links, MailPreferences preferences, UnsubscribePages pages) {
        this.links = links;
        this.preferences = preferences;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String token, Locale locale, HttpServletResponse response) {
        Optional<UnsubscribePage> page = links.read(token).map(target -> look(target, token));
        return show(page, locale, response);
    }

    @PostMapping
    ModelAndView act(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "false") boolean resume,
            Locale locale,
            HttpServletResponse response) {
        Optional<UnsubscribePage> page =
                links.read(token).map(target -> resume ? resume(target, token) : stop(target, token));
        return show(page, locale, response);
    }

    /** Whoever follows the link again learns that it is done. */
    private UnsubscribePage look(Target target, String token) {
        MailChoices choices = preferences.of(target.accountId());
        return target.kinds(choices).stream().anyMatch(choices::wants)
                ? pages.ask(target, token)
                : pages.stopped(target, token);
    }

    private UnsubscribePage stop(Target target, String token) {
        choose(target, MailMode.NEVER);
        return pages.stopped(target, token);
    }

    private UnsubscribePage resume(Target target, String token) {
        choose(target, target.mode());
        return pages.resumed(target, token);
    }

    private void choose(Target target, MailMode mode) {
        preferences.choose(
                target.accountId(),
                target.kinds(preferences.of(target.accountId())).stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> mode)));
    }

    private ModelAndView show(Optional<UnsubscribePage> page, Locale locale, HttpServletResponse response) {
        return SignedPages.show(
                "unsubscribe",
                page.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND,
                page.orElseGet(() -> pages.invalid(locale)),
                response);
    }
}
