package io.microblog.notification.preference;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.Body;
import io.microblog.notification.preference.UnsubscribeLinks.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * All choices of mail for whoever holds a link from one of their mails, without signing in. Looking changes nothing, because
 * mail programs and scanners look at links by themselves.
 */
@Controller
@OpenToAll
@RequestMapping(MailChoicesController.PATH)
class MailChoicesController {

    static final String PATH = "/api/v1/mail/choices";

    private final UnsubscribeLinks links;
    private final MailPreferenceService service;
    private final MailChoicesPages pages;
    private final UnsubscribePages answers;

    MailChoicesController(
            UnsubscribeLinks links, MailPreferenceService service, MailChoicesPages pages, UnsubscribePages answers) {
        this.links = links;
        this.service = service;
        this.pages = pages;
        this.answers = answers;
    }

    @GetMapping
    ModelAndView look(@RequestParam(defaultValue = "") String token, Locale locale, HttpServletResponse response) {
        return links.read(token)
                .map(target -> show(target, token, HttpStatus.OK, null, response))
                .orElseGet(() -> unknown(locale, response));
    }

    @PostMapping
    ModelAndView save(
            @RequestParam(defaultValue = "") String token,
            @Body MailPreferencesRequest request,
            Locale locale,
            HttpServletResponse response) {
        return links.read(token)
                .map(target -> save(target, token, request, response))
                .orElseGet(() -> unknown(locale, response));
    }

    private ModelAndView save(
            Target target, String token, MailPreferencesRequest request, HttpServletResponse response) {
        try {
            service.change(target.accountId(), request);
            return show(target, token, HttpStatus.OK, "saved", response);
        } catch (Invalid _) {
            return show(target, token, HttpStatus.UNPROCESSABLE_CONTENT, "invalid", response);
        }
    }

    private ModelAndView show(
            Target target, String token, HttpStatus status, @Nullable String outcome, HttpServletResponse response) {
        MailChoicesPage page = pages.of(target, token, service.of(target.accountId()), outcome);
        return SignedPages.show("mail-choices", status, page, response);
    }

    private ModelAndView unknown(Locale locale, HttpServletResponse response) {
        return SignedPages.show("unsubscribe", HttpStatus.NOT_FOUND, answers.invalid(locale), response);
    }
}
