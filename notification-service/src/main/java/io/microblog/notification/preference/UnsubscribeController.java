package io.microblog.notification.preference;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

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

    private static final SecureRandom RANDOM = new SecureRandom();

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
        Optional<UnsubscribePage> page = links.read(token).map(target -> resume ? resume(target) : stop(target, token));
        return show(page, locale, response);
    }

    /** Whoever follows the link again learns that it is done. */
    private UnsubscribePage look(Target target, String token) {
        return preferences.wants(target.accountId(), target.kind())
                ? pages.ask(target, token)
                : pages.stopped(target, token);
    }

    private UnsubscribePage stop(Target target, String token) {
        preferences.stop(target.accountId(), target.kind());
        return pages.stopped(target, token);
    }

    private UnsubscribePage resume(Target target) {
        preferences.resume(target.accountId(), target.kind());
        return pages.resumed(target);
    }

    private ModelAndView show(Optional<UnsubscribePage> page, Locale locale, HttpServletResponse response) {
        String nonce = nonce();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; img-src 'self'; style-src 'nonce-" + nonce
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        var view = new ModelAndView("unsubscribe", page.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        view.addObject("page", page.orElseGet(() -> pages.invalid(locale)));
        view.addObject("nonce", nonce);
        return view;
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
