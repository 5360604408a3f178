package io.microblog.kit.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the {@link Caller} from the verified token of the running request. */
final class Callers {

    /** Granted by the filter chain of {@code /internal/} alone. */
    static final String SERVICE_AUTHORITY = "SERVICE";

    private Callers() {}

    static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token && !isService(token)
                ? of(token.getToken())
                : Caller.anonymous();
    }

    static boolean isService() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && isService(authentication);
    }

    /** The name of the service that calls; null when none does. */
    static @Nullable String service() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token && isService(token)
                ? token.getToken().getClaimAsString(JwtClaimNames.ISS)
                : null;
    }

    private static boolean isService(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .anyMatch(authority -> SERVICE_AUTHORITY.equals(authority.getAuthority()));
    }

    private static Caller of(Jwt jwt) {
        return new Caller(
                accountId(jwt.getSubject()),
                jwt.getClaimAsString("client_id"),
                app(jwt.getClaimAsString("client_name"), jwt.getClaimAsString("client_website")),
                words(jwt.getClaimAsString("scope")),
                permissions(jwt.getClaim("permissions")),
                state(jwt.getClaimAsString("state")),
                jwt.getClaimAsString("sid"));
    }

    private static Caller.@Nullable App app(@Nullable String name, @Nullable String website) {
        return name == null ? null : new Caller.App(name, website);
    }

    private static @Nullable Long accountId(@Nullable String subject) {
        return subject == null ? null : Long.valueOf(subject);
    }

    private static Set<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? Set.of() : Set.of(text.trim().split(" +"));
    }

    private static long permissions(@Nullable Number claim) {
        return claim == null ? 0 : claim.longValue();
    }

    private static Caller.State state(@Nullable String name) {
        return Optional.ofNullable(name)
                .map(text -> Caller.State.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(Caller.State.ACTIVE);
    }
}
