package io.microblog.notification.push;

import java.util.Set;

import io.microblog.notification.push.encryption.SubscriptionKeys;

/**
 * Where the holder of an access token or session wants to be told at once.
 *
 * @param endpoint of the push service
 * @param keys that messages are encrypted by
 * @param standard whether by RFC 8291, else by the draft before it
 * @param alerts the kinds of notifications, by the API's names
 */
record PushSubscription(
        long id, String endpoint, SubscriptionKeys keys, boolean standard, PushPolicy policy, Set<String> alerts) {}
