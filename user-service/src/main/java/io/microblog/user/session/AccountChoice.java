package io.microblog.user.session;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets people who are signed in choose the account that an app is to use, when it asks for that by {@code force_login}.
 * People who are signed out see the sign-in page anyway.
 */
public final class AccountChoice extends OncePerRequestFilter {

    private static final Set<String> NO = Set.of("", "false", "0", "off", "f");

    private final Destination destination = new Destination();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")
                && isWanted(request.getParameter(Destination.FORCE_LOGIN))
                && SignedIn.account().isPresent()) {
            destination.remember(request, response);
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader("Location", SignInPage.PATH);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWanted(@Nullable String value) {
        return value != null && !NO.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
