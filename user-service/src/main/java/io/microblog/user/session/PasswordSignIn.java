package io.microblog.user.session;

import java.util.List;
import java.util.Objects;

import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unavailable;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Standing;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.login.EmailAddress;
import io.microblog.user.login.LoginService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Signs people in by address or user name and password. What it answers, and how fast, does not tell whether there is such
 * an account. The principal is the account's id.
 *
 * <p>Attempts are limited by peer, and slowed down by account: apart for each device that the account has been used on, so
 * that strangers who guess do not shut out its owner (the device cookies of OWASP's "Slow down online guessing attacks").
 */
class PasswordSignIn implements AuthenticationProvider {

    private final LoginService logins;
    private final AccountService accounts;
    private final Limits limits;
    private final Devices devices;

    PasswordSignIn(LoginService logins, AccountService accounts, Limits limits, Devices devices) {
        this.logins = logins;
        this.accounts = accounts;
        this.limits = limits;
        this.devices = devices;
    }

    /** Not now: too many attempts, or too many people. */
    static final class NotNow extends AuthenticationException {

        private final transient Problem problem;

        NotNow(Problem problem) {
            super("Not now", problem);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return signIn(attempt);
        } catch (TooManyRequests | Unavailable e) {
            throw new NotNow(e);
        }
    }

    private Authentication signIn(Authentication attempt) {
        String name = EmailAddress.canonical(attempt.getName());
        var details = (SignInDetails) Objects.requireNonNull(attempt.getDetails());
        limits.take(Limit.SIGNINS, details.peer());
        Long account = logins.identify(name).orElse(null);
        String subject = subject(account, name, details);
        limits.slow(Limit.PASSWORDS, subject);
        if (!logins.isPassword(account, String.valueOf(attempt.getCredentials())) || account == null) {
            throw new BadCredentialsException("Wrong name or password");
        }
        if (accounts.standingOf(account).map(Standing::closed).orElse(true)) {
            throw new DisabledException("The account is closed");
        }
        limits.reset(Limit.PASSWORDS, subject);
        logins.touch(account);
        var result = UsernamePasswordAuthenticationToken.authenticated(String.valueOf(account), null, List.of());
        result.setDetails(details);
        return result;
    }

    private String subject(@Nullable Long account, String name, SignInDetails details) {
        String whose = account == null ? name : account.toString();
        return devices.isKnown(account, details.device()) ? whose + " " + details.device() : whose;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
