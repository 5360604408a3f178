package io.microblog.notification.push;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Web Push goes.
 *
 * @param vapidKey private key of P-256, 32 bytes in base64
 * @param contact where a push service's owner reaches this server's: a {@code mailto:} or {@code https:} address; blank for
 *     the base URL
 * @param sandbox the address of a push service that need not be public; blank for none
 * @param perAccount subscriptions of one person; the oldest go
 * @param concurrent pushes under way at a time, at each instance
 * @param perHost of them to one push service
 * @param pollInterval how often to look for what is due; pushes of this instance are sent at once
 * @param deadline how long a push service has to answer
 * @param hold how long an attempt may be without an outcome before the push is due again; longer than any can last
 * @param firstRetry the pause after the first failure; it doubles from then on
 * @param longestRetry the longest pause
 * @param giveUpAfter how long a push is worth trying
 * @param timeToLive how long a push service keeps one for a device that is away
 */
@ConfigurationProperties("microblog.push")
public record PushProperties(
        String vapidKey,
        String contact,
        @Nullable String sandbox,
        @DefaultValue("40") int perAccount,
        @DefaultValue("64") int concurrent,
        @DefaultValue("4") int perHost,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("1m") Duration hold,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("15m") Duration longestRetry,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("48h") Duration timeToLive) {

    /** What the endpoints of the sandbox begin with; null where there is none. */
    public @Nullable String sandboxEndpoints() {
        return sandbox == null || sandbox.isBlank() ? null : sandbox.strip().replaceAll("/+$", "") + "/";
    }
}
