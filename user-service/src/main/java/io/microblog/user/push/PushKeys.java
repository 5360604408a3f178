package io.microblog.user.push;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.microblog.internal.PushKeyApi;
import io.microblog.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The key that clients subscribe to pushes by. Notification-service has its private half, and is asked until it has told the
 * public one; it needs another only after a restart of both.
 */
@Component
public class PushKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PushKeys.class);

    /** Nobody waits for a service again that has just not answered. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PushKeyApi notifications;
    private volatile @Nullable String known;
    private volatile Instant nextAttempt = Instant.EPOCH;

    PushKeys(PushKeyApi notifications) {
        this.notifications = notifications;
    }

    /** In base64 for addresses; empty as long as nobody could tell, when nobody could subscribe either. */
    public Optional<String> find() {
        String key = known;
        if (key == null && Instant.now().isAfter(nextAttempt)) {
            key = ask();
        }
        return Optional.ofNullable(key);
    }

    private @Nullable String ask() {
        try {
            known = notifications.key().publicKey();
        } catch (RestClientException | Problem e) {
            nextAttempt = Instant.now().plus(PAUSE);
            LOG.info("The key of pushes is not known yet: {}", e.getMessage());
        }
        return known;
    }
}
