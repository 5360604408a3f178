package io.microblog.notification.push.queue;

import java.net.URI;
import java.util.UUID;

import io.microblog.notification.push.encryption.SubscriptionKeys;

/**
 * A push that somebody has taken up.
 *
 * @param host of the push service
 * @param attempt the present one
 * @param attempts how many there were, with this one
 * @param standard whether to encrypt by RFC 8291, else by the draft before it
 */
record OwedPush(
        long notificationId,
        long subscriptionId,
        long recipientId,
        String host,
        UUID attempt,
        int attempts,
        URI endpoint,
        SubscriptionKeys keys,
        boolean standard) {}
