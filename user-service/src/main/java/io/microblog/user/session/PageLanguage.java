package io.microblog.user.session;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;

/**
 * Shows the pages of an authorization in the language that the client asks for by {@code lang}, from signing in to consent.
 * The next authorization decides anew; the browser's own languages count where nothing is asked for.
 */
public final class PageLanguage extends OncePerRequestFilter {

    private static final Set<String> LANGUAGES = Set.of("en", "es", "ar");
    private static final String CHOSEN = SessionLocaleResolver.LOCALE_SESSION_ATTRIBUTE_NAME;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale wanted = language(request.getParameter("lang"));
        if (wanted != null) {
            request.getSession().setAttribute(CHOSEN, wanted);
        } else if (request.getRequestURI().equals("/oauth/authorize")
                && request.getMethod().equals("GET")) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(CHOSEN);
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Locale language(@Nullable String tag) {
        Locale locale = Locale.forLanguageTag(tag == null ? "" : tag.strip().replace('_', '-'));
        return LANGUAGES.contains(locale.getLanguage()) ? locale : null;
    }
}
