package io.microblog.user.signup;

import java.time.Instant;
import java.util.UUID;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells notification-service, at the moment of sending, what a security mail says and to whom it goes. */
@RestController
@InternalOnly
class SecurityMailController {

    private final SignUpRepository signUps;
    private final ConfirmationLink links;

    SecurityMailController(SignUpRepository signUps, ConfirmationLink links) {
        this.signUps = signUps;
        this.links = links;
    }

    record SecurityMail(
            String accountId, String username, String email, String locale, String link, Instant expiresAt) {}

    @GetMapping("/internal/security-mails/{eventId}")
    SecurityMail mail(@PathVariable UUID eventId) {
        return signUps.findByConfirmationId(eventId)
                .filter(signUp -> !signUp.isExpired(Instant.now()))
                .map(signUp -> mail(eventId, signUp))
                .orElseThrow(NotFound::new);
    }

    private SecurityMail mail(UUID eventId, SignUp signUp) {
        return new SecurityMail(
                String.valueOf(signUp.accountId()),
                signUp.username(),
                signUp.email(),
                signUp.locale(),
                links.of(eventId),
                signUp.expiresAt());
    }
}
