package io.microblog.user.session;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Standing;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.login.EmailAddress;
import io.microblog.user.login.LoginService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs people in by address or user name and password. Attempts are limited by peer and by account. What it answers, and
 * how fast, does not tell whether there is such an account. The principal is the account's id.
 */
class PasswordSignIn implements AuthenticationProvider {

    private final LoginService logins;
    private final AccountService accounts;
    private final Limits limits;

    PasswordSignIn(LoginService logins, AccountService accounts, Limits limits) {
        this.logins = logins;
        this.accounts = accounts;
        this.limits = limits;
    }

    /** Too many attempts; the cause says for how long. */
    static final class TooManyAttempts extends AuthenticationException {
        TooManyAttempts(TooManyRequests cause) {
            super("Too many attempts", cause);
        }
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = EmailAddress.canonical(attempt.getName());
        String password = String.valueOf(attempt.getCredentials());
        countAttempt(name, attempt);
        OptionalLong account = logins.authenticate(name, password);
        if (account.isEmpty()) {
            throw new BadCredentialsException("Wrong name or password");
        }
        long id = account.getAsLong();
        if (accounts.standingOf(id).map(Standing::suspended).orElse(true)) {
            throw new DisabledException("The account is closed");
        }
        limits.reset(Limit.PASSWORDS, name);
        logins.touch(id);
        var result = UsernamePasswordAuthenticationToken.authenticated(String.valueOf(id), null, List.of());
        result.setDetails(attempt.getDetails());
        return result;
    }

    private void countAttempt(String name, Authentication attempt) {
        var details = (WebAuthenticationDetails) Objects.requireNonNull(attempt.getDetails());
        try {
            limits.take(Limit.SIGNINS, String.valueOf(details.getRemoteAddress()));
            limits.take(Limit.PASSWORDS, name);
        } catch (TooManyRequests e) {
            throw new TooManyAttempts(e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
