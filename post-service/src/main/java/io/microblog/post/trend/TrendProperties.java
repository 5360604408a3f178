package io.microblog.post.trend;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What makes a trend.
 *
 * @param refreshEvery how long what was found is shown
 * @param people how many must use a hashtag or react to a post
 * @param halfLife after which a use or a post counts half
 * @param newcomer how old an account is when it counts whole
 * @param review whether only what moderators approved is shown
 */
@ConfigurationProperties("microblog.trends")
record TrendProperties(
        @DefaultValue("5m") Duration refreshEvery,
        @DefaultValue("3") int people,
        @DefaultValue("12h") Duration halfLife,
        @DefaultValue("7d") Duration newcomer,
        @DefaultValue("false") boolean review) {}
