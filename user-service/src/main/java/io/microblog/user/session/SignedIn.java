package io.microblog.user.session;

import java.util.Optional;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in with the browser of the running request. */
final class SignedIn {

    private SignedIn() {}

    static Optional<Long> account() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName)
                .map(Long::valueOf);
    }
}
