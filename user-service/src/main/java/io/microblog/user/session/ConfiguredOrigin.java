package io.microblog.user.session;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.web.BaseUrl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes every request look as if it had come to {@code MICROBLOG_BASE_URL}. Links and redirects that frameworks make of the
 * request are then made of the configured origin, whatever {@code Host} or {@code X-Forwarded-Host} say.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConfiguredOrigin extends OncePerRequestFilter {

    private final URI origin;
    private final boolean secure;

    ConfiguredOrigin(BaseUrl base) {
        this.origin = base.uri();
        this.secure = base.secure();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new AtOrigin(request), response);
    }

    private final class AtOrigin extends HttpServletRequestWrapper {

        AtOrigin(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getScheme() {
            return origin.getScheme();
        }

        @Override
        public String getServerName() {
            return origin.getHost();
        }

        @Override
        public int getServerPort() {
            if (origin.getPort() != -1) {
                return origin.getPort();
            }
            return secure ? 443 : 80;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(origin.toString()).append(getRequestURI());
        }
    }
}
