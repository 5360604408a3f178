package io.microblog.user.signup;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.user.oauth.AuthorizationService;
import io.microblog.user.oauth.IssuedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up through an app. */
@RestController
class SignUpController {

    private final SignUpService signUps;
    private final AuthorizationService authorizations;

    SignUpController(SignUpService signUps, AuthorizationService authorizations) {
        this.signUps = signUps;
        this.authorizations = authorizations;
    }

    record Resend(@Nullable String email) {}

    /** Sends the confirmation mail again, if need be to another address. */
    @PostMapping("/api/v1/emails/confirmations")
    @RequiresScope(value = "write:accounts", unconfirmed = true)
    Map<String, String> resend(Caller caller, @Body Resend request, HttpServletRequest http) {
        signUps.resend(caller.requireAccount(), request.email(), http.getRemoteAddr());
        return Map.of();
    }

    /** The token works once the address is confirmed. Where a proof of work is needed, apps sign up invited people alone. */
    @PostMapping("/api/v1/accounts")
    @RequiresScope(value = "write:accounts", account = false)
    IssuedToken signUp(Caller caller, @Body SignUpRequest request, HttpServletRequest http) {
        String clientId = caller.clientId();
        Caller.App app = caller.app();
        if (clientId == null || app == null || caller.accountId() != null) {
            throw new NotAllowed("This method requires a token of an app");
        }
        long accountId = signUps.request(request, "", http.getRemoteAddr(), app.name());
        return authorizations.issue(clientId, accountId);
    }
}
