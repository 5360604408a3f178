package io.microblog.user.oauth;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.problem.Unauthorized;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.push.PushKeys;
import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registration of client apps. */
@RestController
@RequestMapping("/api/v1/apps")
class AppController {

    private final AppRepository apps;
    private final IdGenerator ids;
    private final Limits limits;
    private final PushKeys pushKeys;

    AppController(AppRepository apps, IdGenerator ids, Limits limits, PushKeys pushKeys) {
        this.apps = apps;
        this.ids = ids;
        this.limits = limits;
        this.pushKeys = pushKeys;
    }

    /**
     * An app; with its credentials only in the answer to its registration.
     *
     * @param redirectUri the addresses one a line, as older clients expect it
     * @param vapidKey by which pushes are subscribed to; empty as long as nobody can tell
     */
    record AppResponse(
            String id,
            String name,
            @Nullable String website,
            Set<String> scopes,
            String redirectUri,
            List<String> redirectUris,
            String vapidKey,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Opaque @Nullable
            String clientId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String clientSecret,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer clientSecretExpiresAt) {

        static AppResponse from(App app, String vapidKey) {
            return of(app, vapidKey, null, null, null);
        }

        static AppResponse withCredentials(App app, String vapidKey, String secret) {
            return of(app, vapidKey, app.clientId(), secret, 0);
        }

        private static AppResponse of(
                App app,
                String vapidKey,
                @Nullable String clientId,
                @Nullable String secret,
                @Nullable Integer expiry) {
            return new AppResponse(
                    String.valueOf(app.id()),
                    app.name(),
                    app.website(),
                    app.scopes(),
                    String.join("\n", app.redirectUris()),
                    app.redirectUris(),
                    vapidKey,
                    clientId,
                    secret,
                    expiry);
        }
    }

    @PostMapping
    @OpenToAll
    AppResponse register(@Body AppRequest request, HttpServletRequest http) {
        AppRequest.Accepted accepted = request.check();
        limits.take(Limit.APPS, http.getRemoteAddr());
        String secret = RandomToken.generate();
        App app = new App(
                ids.next(),
                RandomToken.generate(),
                RandomToken.hash(secret),
                accepted.name(),
                accepted.website(),
                accepted.redirectUris(),
                accepted.scopes());
        apps.add(app);
        return AppResponse.withCredentials(app, vapidKey(), secret);
    }

    @GetMapping("/verify_credentials")
    @RequiresScope(account = false, unconfirmed = true)
    AppResponse verify(Caller caller) {
        return Optional.ofNullable(caller.clientId())
                .flatMap(apps::findApp)
                .map(app -> AppResponse.from(app, vapidKey()))
                .orElseThrow(Unauthorized::new);
    }

    private String vapidKey() {
        return pushKeys.find().orElse("");
    }
}
