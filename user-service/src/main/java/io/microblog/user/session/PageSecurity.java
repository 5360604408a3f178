package io.microblog.user.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import io.microblog.user.account.AccountService;
import io.microblog.user.limit.Limits;
import io.microblog.user.login.LoginService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;

/** The filter chain of the pages on which people sign up, sign in and consent. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            LoginService logins,
            AccountService accounts,
            Limits limits,
            Devices devices,
            SessionService sessions) {
        var handler = new SignInHandler(devices);
        PageHeaders.apply(http);
        http.addFilterAfter(new PageLanguage(), SecurityContextHolderFilter.class);
        return http.securityMatcher("/auth/**", "/oauth/consent", "/oauth/authorize/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth/consent", "/auth/settings/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .authenticationProvider(new PasswordSignIn(logins, accounts, limits, devices))
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .loginProcessingUrl(SignInPage.PATH)
                        .authenticationDetailsSource((HttpServletRequest request) -> SignInDetails.of(request, devices))
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(handler)
                        .failureHandler(handler))
                .sessionManagement(management -> management
                        .sessionFixation(fixation -> fixation.newSession())
                        .addSessionAuthenticationStrategy(endFormer(sessions)))
                .logout(logout -> logout.logoutUrl("/auth/sign_out")
                        .addLogoutHandler(endSession(sessions))
                        .logoutSuccessUrl(SignInPage.PATH + "?signed_out"))
                .exceptionHandling(errors -> errors.accessDeniedHandler(stalePage()))
                .build();
    }

    /** Whoever used the browser before is signed out everywhere that this session was known. */
    private static SessionAuthenticationStrategy endFormer(SessionService sessions) {
        return (next, request, response) -> {
            HttpSession session = request.getSession(false);
            if (session != null && SignedIn.account().isPresent()) {
                sessions.end(session.getId());
            }
        };
    }

    /** Languages are chosen for a session, and are otherwise the browser's. */
    @Bean
    LocaleResolver localeResolver() {
        return new SessionLocaleResolver();
    }

    private static LogoutHandler endSession(SessionService sessions) {
        return (request, response, authentication) -> {
            HttpSession session = request.getSession(false);
            if (session != null) {
                sessions.end(session.getId());
            }
        };
    }

    /** A form that was open for too long, or was sent from elsewhere. */
    private static AccessDeniedHandler stalePage() {
        return (request, response, denied) -> {
            response.setStatus(403);
            request.getRequestDispatcher("/auth/stale").forward(request, response);
        };
    }
}
