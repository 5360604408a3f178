package io.microblog.user.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where somebody was going who had to sign in, or to choose an account, first. */
final class Destination {

    /** Asks that people sign in again or choose, which has happened once they go on. */
    static final String FORCE_LOGIN = "force_login";

    private final RequestCache requests = new HttpSessionRequestCache();

    void remember(HttpServletRequest request, HttpServletResponse response) {
        requests.saveRequest(request, response);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        requests.removeRequest(request, response);
    }

    /** The path alone of the request that had to wait, so that nobody is led to another server. */
    String path(HttpServletRequest request, HttpServletResponse response) {
        if (!(requests.getRequest(request, response) instanceof DefaultSavedRequest saved)) {
            return "/";
        }
        String query = withoutForce(saved.getQueryString());
        String path = String.valueOf(saved.getRequestURI());
        return path.startsWith("/oauth/") || path.startsWith("/auth/")
                ? path + (query.isEmpty() ? "" : "?" + query)
                : "/";
    }

    /** The address of the client that asked, as it says. */
    Optional<String> client(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = requests.getRequest(request, response);
        String[] redirect = saved == null ? null : saved.getParameterValues("redirect_uri");
        return redirect != null && redirect.length == 1 ? Optional.of(redirect[0]) : Optional.empty();
    }

    private static String withoutForce(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.split("=", 2)[0].equals(FORCE_LOGIN))
                        .collect(Collectors.joining("&"));
    }
}
