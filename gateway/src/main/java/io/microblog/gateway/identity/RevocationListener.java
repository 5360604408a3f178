package io.microblog.gateway.identity;

import io.microblog.event.AccountEvent;
import io.microblog.event.SecurityEvent;
import io.microblog.kit.event.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which events end credentials. */
@Component
class RevocationListener {

    private final Revocations revocations;

    RevocationListener(Revocations revocations) {
        this.revocations = revocations;
    }

    /** Takes a record's value; null is one that could not be read, or a tombstone. */
    void on(@Nullable Object message) {
        if (message instanceof Envelope<?> envelope) {
            if (envelope.event() instanceof SecurityEvent event) {
                on(event);
            } else if (envelope.event() instanceof AccountEvent event
                    && event.account().suspended()) {
                revocations.revokeAccount(event.key(), envelope.time());
            }
        }
    }

    private void on(SecurityEvent event) {
        switch (event) {
            case SecurityEvent.SessionsRevoked revoked -> {
                if (revoked.sid() != null) {
                    revocations.revokeSession(revoked.sid(), revoked.revokedAt());
                } else if (revoked.accountId() != null) {
                    revocations.revokeAccount(revoked.accountId().toString(), revoked.revokedAt());
                }
            }
            case SecurityEvent.LetterDue _ -> {
                // Ends no credential.
            }
        }
    }
}
