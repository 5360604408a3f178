package io.microblog.user.session;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.user.limit.Patience;
import io.microblog.user.session.PasswordSignIn.NotNow;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** What follows an attempt to sign in. */
class SignInHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Duration UNTIL_THE_NEXT_VISIT = Duration.ofDays(1);

    private final Destination destination = new Destination();
    private final Devices devices;

    SignInHandler(Devices devices) {
        this.devices = devices;
    }

    /** Goes on to what the person was about to do. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        boolean remember = request.getParameter("remember_me") != null;
        Duration lifetime = remember ? SessionCookie.REMEMBERED_FOR : UNTIL_THE_NEXT_VISIT;
        request.getSession().setMaxInactiveInterval((int) lifetime.toSeconds());
        if (remember) {
            SessionCookie.remember(request);
        }
        devices.signedIn(Long.parseLong(authentication.getName()), request, response);
        String target = destination.path(request, response);
        destination.forget(request, response);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", target);
    }

    /** Shows the form again, saying why. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String problem = "sign_in.wrong";
        if (failure instanceof NotNow later) {
            Patience.mark(response, later.problem());
            problem = later.problem() instanceof TooManyRequests ? "sign_in.too_many" : "sign_in.busy";
        } else if (failure instanceof DisabledException) {
            problem = "sign_in.closed";
        }
        request.setAttribute("problem", problem);
        request.getRequestDispatcher("/auth/sign_in").forward(request, response);
    }
}
