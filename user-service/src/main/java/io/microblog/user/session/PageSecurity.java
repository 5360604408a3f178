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

/** The filter chain of the pages on which people sign up, sign in and consent. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String SIGN_IN = "/auth/sign_in";

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
        return http.securityMatcher("/auth/**", "/oauth/consent", "/oauth/authorize/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth/consent", "/auth/settings/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .authenticationProvider(new PasswordSignIn(logins, accounts, limits, devices))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .authenticationDetailsSource(
                                (HttpServletRequest request) -> SignInDetails.of(request, devices))
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(handler)
                        .failureHandler(handler))
                .logout(logout -> logout.logoutUrl("/auth/sign_out")
                        .addLogoutHandler(endSession(sessions))
                        .logoutSuccessUrl(SIGN_IN + "?signed_out"))
                .exceptionHandling(errors -> errors.accessDeniedHandler(stalePage()))
                .build();
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
