package io.microblog.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Facts about credentials, written by user-service. Holds neither secrets nor addresses. */
@EventTopic(value = SecurityEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface SecurityEvent extends Event {

    /** Keyed by account id, or by session id where no person stands behind the token. */
    String TOPIC = "user.security.v1";

    /** A person must prove their address. The link is asked for at sending time, by this event's id. */
    @JsonTypeName("EmailConfirmationRequested")
    record EmailConfirmationRequested(@IdString long accountId) implements SecurityEvent {
        @Override
        public String key() {
            return Long.toString(accountId);
        }
    }

    /**
     * Credentials ended: everything issued for them until {@code revokedAt} is void.
     *
     * @param accountId whose; null for a token without a person
     * @param sid the one session or access token that ended; null for all of the account's
     * @param revokedAt internal tokens issued until this moment are refused
     */
    @JsonTypeName("SessionsRevoked")
    record SessionsRevoked(
            @IdString @Nullable Long accountId, @Nullable String sid, Instant revokedAt) implements SecurityEvent {
        @Override
        public String key() {
            return accountId != null ? accountId.toString() : String.valueOf(sid);
        }
    }
}
