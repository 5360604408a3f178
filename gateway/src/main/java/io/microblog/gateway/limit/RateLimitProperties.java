package io.microblog.gateway.limit;

import java.time.Duration;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is allowed. The defaults are those that the client API documents.
 *
 * @param account requests of one account, or of one app from one address
 * @param anonymous requests without a credential from one address
 * @param peer all requests from one address
 * @param files of the web client, to one address
 * @param media uploads of one account
 * @param deletions posts deleted or boosts undone by one account
 */
@ConfigurationProperties("microblog.limits.requests")
record RateLimitProperties(
        @DefaultValue("300/5m") RateLimit account,
        @DefaultValue("300/5m") RateLimit anonymous,
        @DefaultValue("7500/5m") RateLimit peer,
        @DefaultValue("15000/5m") RateLimit files,
        @DefaultValue("30/30m") RateLimit media,
        @DefaultValue("30/30m") RateLimit deletions) {

    Duration longestPeriod() {
        return Stream.of(account, anonymous, peer, files, media, deletions)
                .map(RateLimit::period)
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
