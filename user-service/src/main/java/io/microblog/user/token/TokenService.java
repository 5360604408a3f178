package io.microblog.user.token;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.microblog.kit.problem.Unauthorized;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.TokenDecoders;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Standing;
import io.microblog.user.login.LoginService;
import io.microblog.user.oauth.AuthorizationService;
import io.microblog.user.oauth.Grant;
import io.microblog.user.oauth.Scopes;
import io.microblog.user.role.StaffRole;
import io.microblog.user.session.SessionService;
import io.microblog.user.signup.SignUpService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Exchanges what clients hold for short-lived tokens that services can check by themselves. */
@Service
class TokenService {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    /** Confirming the address must take effect at once, not when a cached token runs out. */
    private static final Duration LIFETIME_UNCONFIRMED = Duration.ofSeconds(5);

    /** What posts from this server's own pages are shown to be written with. */
    private static final String WEB_CLIENT = "Microblog";

    private static final Set<String> SESSION_SCOPES =
            Set.of("read", "write", "follow", "push", "profile", "admin:read", "admin:write", Scopes.SESSIONS);

    private final AuthorizationService authorizations;
    private final SessionService sessions;
    private final AccountService accounts;
    private final LoginService logins;
    private final SignUpService signUps;
    private final SigningKeys keys;
    private final BaseUrl base;

    TokenService(
            AuthorizationService authorizations,
            SessionService sessions,
            AccountService accounts,
            LoginService logins,
            SignUpService signUps,
            SigningKeys keys,
            BaseUrl base) {
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.accounts = accounts;
        this.logins = logins;
        this.signUps = signUps;
        this.keys = keys;
        this.base = base;
    }

    record Token(String jwt, Instant expiresAt) {}

    /** For an access token. */
    Token forBearer(String credential) {
        Grant grant = authorizations.findGrant(credential).orElseThrow(Unauthorized::new);
        return issue(grant.id(), grant.accountId(), grant.clientId(), grant.app(), grant.scopes());
    }

    /** For the value of a session cookie. */
    Token forSession(String credential) {
        SessionService.Session session = sessions.find(credential).orElseThrow(Unauthorized::new);
        return issue(
                session.sid(), session.accountId(), null, new Caller.App(WEB_CLIENT, base.value()), SESSION_SCOPES);
    }

    private Token issue(
            String sid, @Nullable Long accountId, @Nullable String clientId, Caller.App app, Set<String> scopes) {
        Optional<Standing> standing = accountId == null ? Optional.empty() : accounts.standingOf(accountId);
        if (standing.map(Standing::closed).orElse(false)) {
            throw new Unauthorized("Your login is currently disabled");
        }
        boolean unconfirmed = accountId != null && standing.isEmpty();
        Caller.State state = Caller.State.ACTIVE;
        if (accountId != null && unconfirmed) {
            state = beforeOpening(accountId);
        } else if (accountId != null) {
            logins.touch(accountId);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant expiry = now.plus(unconfirmed ? LIFETIME_UNCONFIRMED : LIFETIME);
        StaffRole role = standing.map(Standing::role).orElse(StaffRole.NONE);
        var claims = new JWTClaimsSet.Builder()
                .issuer(base.value())
                .audience(TokenDecoders.AUDIENCE)
                .subject(accountId == null ? null : accountId.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiry))
                .claim("sid", sid)
                .claim("client_id", clientId)
                .claim("client_name", app.name())
                .claim("client_website", app.website())
                .claim("scope", String.join(" ", Scopes.expanded(allowed(scopes, role))))
                .claim("permissions", role.permissions())
                .claim("state", state.name().toLowerCase(Locale.ROOT))
                .build();
        return new Token(sign(claims), expiry);
    }

    /** To administer takes a role besides the scope. */
    private static Set<String> allowed(Set<String> scopes, StaffRole role) {
        return role.permissions() == 0
                ? scopes.stream().filter(scope -> !scope.startsWith("admin:")).collect(Collectors.toUnmodifiableSet())
                : scopes;
    }

    private Caller.State beforeOpening(long accountId) {
        return signUps.isWaitingForApproval(accountId) ? Caller.State.PENDING : Caller.State.UNCONFIRMED;
    }

    private String sign(JWTClaimsSet claims) {
        RSAKey key = keys.current();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return jwt.serialize();
    }
}
