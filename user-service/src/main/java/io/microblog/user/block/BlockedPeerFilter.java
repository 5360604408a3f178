package io.microblog.user.block;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives nobody a session or a token who comes from a network without access, also in the seconds until gateways have heard
 * of it. What only reads is theirs to refuse.
 */
class BlockedPeerFilter extends OncePerRequestFilter {

    private final IpBlocks blocks;

    BlockedPeerFilter(IpBlocks blocks) {
        this.blocks = blocks;
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<BlockedPeerFilter> blockedPeers(IpBlocks blocks) {
            var registration = new FilterRegistrationBean<>(new BlockedPeerFilter(blocks));
            registration.addUrlPatterns("/auth/*", "/oauth/token");
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
            return registration;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (blocks.deniesAccess(request.getRemoteAddr())) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
