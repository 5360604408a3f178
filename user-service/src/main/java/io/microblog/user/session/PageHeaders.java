package io.microblog.user.session;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The headers of the server-rendered pages: nothing runs on them but files of ours, nothing frames them. Browsers check {@code form-action}
 * on redirects too, so a page whose form may end at a client's address has to name that address.
 */
public final class PageHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String FORM_TARGET = PageHeaders.class.getName() + ".formTarget";
    private static final Pattern ADDRESS = Pattern.compile("([^:/?#]+):(?://([^/?#]*))?.*");
    private static final Pattern SAFE = Pattern.compile("[a-zA-Z0-9+.:/\\[\\]-]+");

    private PageHeaders() {}

    /** Adds them to a filter chain. */
    public static void apply(HttpSecurity http) {
        http.headers(headers -> headers.addHeaderWriter(contentPolicy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    /**
     * Lets the form of this answer's page end at a client's address.
     *
     * @param redirectUri what the client asks for; where it is no address, the form may not end there
     */
    public static void allowFormTo(HttpServletRequest request, String redirectUri) {
        Matcher uri = ADDRESS.matcher(redirectUri);
        if (!uri.matches()) {
            return;
        }
        String scheme = uri.group(1).toLowerCase(Locale.ROOT);
        String target = scheme.matches("https?") ? scheme + "://" + uri.group(2) : scheme + ":";
        if (SAFE.matcher(target).matches()) {
            request.setAttribute(FORM_TARGET, target);
        }
    }

    private static HeaderWriter contentPolicy() {
        return (HttpServletRequest request, HttpServletResponse response) -> {
            Object target = request.getAttribute(FORM_TARGET);
            response.setHeader("Content-Security-Policy", target == null ? POLICY : POLICY + " " + target);
        };
    }
}
