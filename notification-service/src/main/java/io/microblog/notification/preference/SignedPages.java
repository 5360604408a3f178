package io.microblog.notification.preference;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** How pages behind links in mails are answered: kept by nobody, named to nobody else, and without anything foreign. */
final class SignedPages {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SignedPages() {}

    /** @param page what the template shows */
    static ModelAndView show(String template, HttpStatus status, Object page, HttpServletResponse response) {
        String nonce = nonce();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; img-src 'self'; style-src 'nonce-" + nonce
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        var view = new ModelAndView(template, status);
        view.addObject("page", page);
        view.addObject("nonce", nonce);
        return view;
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
