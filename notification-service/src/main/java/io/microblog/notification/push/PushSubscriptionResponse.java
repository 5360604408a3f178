package io.microblog.notification.push;

import java.util.Map;

import io.microblog.kit.openapi.SchemaName;

/**
 * The API's WebPushSubscription entity.
 *
 * @param serverKey the public half of this server's VAPID key
 */
@SchemaName("WebPushSubscription")
record PushSubscriptionResponse(
        String id,
        String endpoint,
        boolean standard,
        Map<String, Boolean> alerts,
        PushPolicy policy,
        String serverKey) {

    static PushSubscriptionResponse of(PushSubscription subscription, String serverKey) {
        return new PushSubscriptionResponse(
                Long.toString(subscription.id()),
                subscription.endpoint(),
                subscription.standard(),
                Alerts.among(subscription.alerts()),
                subscription.policy(),
                serverKey);
    }
}
