package io.microblog.user.signup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.microblog.internal.SecurityMail;
import io.microblog.user.letter.LetterSource;
import org.springframework.stereotype.Component;

/** The confirmation mails: their receivers have no account yet. */
@Component
class SignUpLetters implements LetterSource {

    private final SignUpRepository signUps;
    private final ConfirmationLink links;

    SignUpLetters(SignUpRepository signUps, ConfirmationLink links) {
        this.signUps = signUps;
        this.links = links;
    }

    @Override
    public Optional<SecurityMail> find(UUID eventId) {
        Instant now = Instant.now();
        return signUps.findByConfirmationId(eventId)
                .filter(signUp -> !signUp.isConfirmed() && !signUp.isExpired(now))
                .map(signUp -> new SecurityMail(
                        String.valueOf(signUp.accountId()),
                        signUp.username(),
                        signUp.email(),
                        signUp.locale(),
                        signUp.timeZone(),
                        links.of(eventId),
                        signUp.expiresAt(),
                        now,
                        "",
                        null));
    }
}
