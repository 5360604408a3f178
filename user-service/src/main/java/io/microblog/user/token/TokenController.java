package io.microblog.user.token;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The gateway's exchange of credentials for internal tokens. */
@RestController
@InternalOnly("gateway")
class TokenController {

    private final TokenService tokens;

    TokenController(TokenService tokens) {
        this.tokens = tokens;
    }

    record ExchangeRequest(@Nullable String kind, @Nullable String credential) {}

    /** 401 when the credential is unknown, ended or of a suspended account. */
    @PostMapping("/internal/tokens/exchange")
    TokenService.Token exchange(@Body ExchangeRequest request) {
        String credential = request.credential();
        if (credential == null || credential.isBlank()) {
            throw Invalid.field("credential", "ERR_BLANK", "can't be blank");
        }
        return switch (String.valueOf(request.kind())) {
            case "bearer" -> tokens.forBearer(credential);
            case "session" -> tokens.forSession(credential);
            default -> throw Invalid.field("kind", "ERR_INCLUSION", "is not included in the list");
        };
    }
}
