package io.microblog.post.automatic;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of automatic rules.
 *
 * @param refreshEvery after which time at most a change is in force on the other instances
 * @param keepHits how long it is kept what rules caught
 */
@ConfigurationProperties("microblog.automatic-rules")
record AutomaticRuleProperties(
        @DefaultValue("2s") Duration refreshEvery,
        @DefaultValue("90d") Duration keepHits) {}
