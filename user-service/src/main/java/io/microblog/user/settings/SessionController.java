package io.microblog.user.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.user.oauth.AuthorizationService;
import io.microblog.user.oauth.Scopes;
import io.microblog.user.session.SessionService;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a person is signed in, and which apps may act for them: an addition to the public API, for this server's own web
 * client. No app can be granted its scope, so a stolen access token neither sees nor ends the owner's other sessions.
 */
@RestController
class SessionController {

    private final SessionService sessions;
    private final AuthorizationService authorizations;

    SessionController(SessionService sessions, AuthorizationService authorizations) {
        this.sessions = sessions;
        this.authorizations = authorizations;
    }

    /**
     * A browser that is signed in.
     *
     * @param device browser and system; null when unknown
     * @param ip the address it signed in from; null when unknown
     * @param current whether it makes this request
     */
    record OpenSession(
            @Opaque String id,
            @Nullable String device,
            @Nullable String ip,
            Instant createdAt,
            Instant lastUsedAt,
            boolean current) {}

    /**
     * An app that holds a token of the account.
     *
     * @param createdAt when it got the first of them
     */
    record AuthorizedApp(String id, String name, @Nullable String website, Instant createdAt) {}

    /** The last used first; at most 100. */
    @GetMapping("/api/v1/sessions")
    @RequiresScope(Scopes.SESSIONS)
    List<OpenSession> sessions(Caller caller) {
        return sessions.list(caller.requireAccount()).stream()
                .map(open -> new OpenSession(
                        open.sid(),
                        known(open.device()),
                        known(open.peer()),
                        open.since(),
                        open.lastUsed(),
                        open.sid().equals(caller.sid())))
                .toList();
    }

    @DeleteMapping("/api/v1/sessions/{id}")
    @RequiresScope(Scopes.SESSIONS)
    Map<String, String> end(Caller caller, @PathVariable String id) {
        if (!sessions.end(caller.requireAccount(), id)) {
            throw new NotFound();
        }
        return Map.of();
    }

    /** Ends all but the one that asks. */
    @DeleteMapping("/api/v1/sessions")
    @RequiresScope(Scopes.SESSIONS)
    Map<String, String> endOthers(Caller caller) {
        sessions.endOthersThan(caller.requireAccount(), Objects.requireNonNull(caller.sid()));
        return Map.of();
    }

    /** The newest first; at most 200. */
    @GetMapping("/api/v1/authorized_apps")
    @RequiresScope(Scopes.SESSIONS)
    List<AuthorizedApp> apps(Caller caller) {
        return authorizations.appsOf(caller.requireAccount()).stream()
                .map(app -> new AuthorizedApp(Long.toString(app.appId()), app.name(), app.website(), app.since()))
                .toList();
    }

    /** Takes back all that the person has allowed the app; a success also when that is nothing. */
    @DeleteMapping("/api/v1/authorized_apps/{id}")
    @RequiresScope(Scopes.SESSIONS)
    Map<String, String> revoke(Caller caller, @PathVariable long id) {
        authorizations.revokeApp(caller.requireAccount(), id);
        return Map.of();
    }

    private static @Nullable String known(String text) {
        return text.equals("?") ? null : text;
    }
}
