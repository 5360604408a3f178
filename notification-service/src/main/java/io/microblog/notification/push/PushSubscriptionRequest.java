package io.microblog.notification.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.microblog.kit.page.PublicHttp;
import io.microblog.kit.problem.Invalid;
import io.microblog.notification.push.encryption.SubscriptionKeys;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be pushed. To change one, only {@code data} is taken.
 *
 * @param policy where older descriptions of the API have it
 */
record PushSubscriptionRequest(
        @Nullable Target subscription,
        @Nullable Data data,
        @Nullable PushPolicy policy) {

    private static final int MAX_LENGTH = 2_048;

    /**
     * @param endpoint of the push service
     * @param standard whether to encrypt by RFC 8291; by the draft before it unless it is said
     */
    record Target(
            @Nullable String endpoint,
            boolean standard,
            @Nullable Keys keys) {}

    /** @see SubscriptionKeys */
    record Keys(@Nullable String p256dh, @Nullable String auth) {}

    /** @param alerts kinds of notifications, by the API's names; what is left out is not wished */
    record Data(
            @Nullable Map<String, Boolean> alerts, @Nullable PushPolicy policy) {}

    /** A target that can be pushed to. */
    record Accepted(URI endpoint, SubscriptionKeys keys, boolean standard) {}

    /**
     * Where to push.
     *
     * @param sandbox what the addresses of a push service begin with that need not be public; null for none
     * @throws Invalid with what is wrong with each field
     */
    Accepted check(@Nullable String sandbox) {
        Invalid.Builder problems = Invalid.builder();
        Target target = subscription == null ? new Target(null, false, null) : subscription;
        Keys keys = target.keys() == null ? new Keys(null, null) : target.keys();
        URI endpoint = endpoint(target.endpoint(), sandbox).orElse(null);
        if (endpoint == null) {
            problems.field("subscription.endpoint", "ERR_INVALID", "is not the https address of a push service");
        }
        if (keys.p256dh() == null || !SubscriptionKeys.isPublicKey(keys.p256dh())) {
            problems.field("subscription.keys.p256dh", "ERR_INVALID", "is not a public key of P-256 in base64");
        }
        if (keys.auth() == null || !SubscriptionKeys.isSecret(keys.auth())) {
            problems.field("subscription.keys.auth", "ERR_INVALID", "is not 16 bytes in base64");
        }
        if (!problems.isEmpty() || endpoint == null || keys.p256dh() == null || keys.auth() == null) {
            throw problems.build();
        }
        return new Accepted(endpoint, new SubscriptionKeys(keys.p256dh(), keys.auth()), target.standard());
    }

    List<String> alerts() {
        return data == null || data.alerts() == null ? List.of() : Alerts.wished(data.alerts());
    }

    PushPolicy wishedPolicy() {
        if (data != null && data.policy() != null) {
            return data.policy();
        }
        return policy == null ? PushPolicy.ALL : policy;
    }

    private static Optional<URI> endpoint(@Nullable String text, @Nullable String sandbox) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.strip());
            boolean good = (sandbox != null && text.startsWith(sandbox))
                    || ("https".equalsIgnoreCase(address.getScheme()) && PublicHttp.mayReach(address));
            return good ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
