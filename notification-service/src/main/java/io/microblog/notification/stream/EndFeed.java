package io.microblog.notification.stream;

import java.time.Instant;
import java.util.List;

import io.microblog.event.AccountEvent;
import io.microblog.event.SecurityEvent;
import io.microblog.kit.event.Envelope;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends the connections of credentials that end, whichever gateway carries them. It has a thread of its own: a slow
 * post-service must not keep anybody listening.
 */
@Component
class EndFeed extends TopicFeed {

    private final Ends ends;
    private final Listeners listeners;

    EndFeed(ConsumerFactory<?, ?> consumers, Ends ends, Listeners listeners) {
        super("stream-ends", List.of(SecurityEvent.TOPIC, AccountEvent.TOPIC), consumers);
        this.ends = ends;
        this.listeners = listeners;
    }

    @Override
    void take(List<Envelope<?>> envelopes) {
        for (Envelope<?> envelope : envelopes) {
            if (envelope.event() instanceof SecurityEvent.SessionsRevoked revoked) {
                end(revoked);
            } else if (envelope.event() instanceof AccountEvent event
                    && event.account().suspended()) {
                endAccount(event.account().id(), envelope.time());
            }
        }
    }

    private void end(SecurityEvent.SessionsRevoked revoked) {
        String sid = revoked.sid();
        if (sid != null) {
            ends.endSession(sid, revoked.revokedAt());
            endCovered();
        } else if (revoked.accountId() != null) {
            endAccount(revoked.accountId(), revoked.revokedAt());
        }
    }

    private void endAccount(long accountId, Instant until) {
        ends.endAccount(accountId, until);
        endCovered();
    }

    /** What was issued after the revocation stays. */
    private void endCovered() {
        listeners.end(Ending.REVOKED, listener -> ends.cover(listener.credential()));
    }
}
