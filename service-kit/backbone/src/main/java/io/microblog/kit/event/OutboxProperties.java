package io.microblog.kit.event;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox relay.
 *
 * @param pollInterval how often the leader looks for commits of other instances
 * @param leaderCheck how often the others try to take the lead
 */
@ConfigurationProperties("microblog.outbox")
record OutboxProperties(
        @DefaultValue("20ms") Duration pollInterval,
        @DefaultValue("1s") Duration leaderCheck) {}
