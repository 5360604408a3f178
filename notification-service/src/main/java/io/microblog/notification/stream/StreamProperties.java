package io.microblog.notification.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of streams, for each instance.
 *
 * @param perPerson connections of one person at a time
 * @param perPeer connections from one address or network at a time
 * @param subscriptions of one connection
 * @param queue how many messages wait for one connection before it counts as too slow
 * @param messages how many a client may send between two heartbeats
 * @param messageBytes the largest message from a client
 * @param heartbeat how long a connection is silent at most; a client that answers two in no way is gone
 * @param patience how long post-service is waited for before clients are sent away to read for themselves
 */
@ConfigurationProperties("microblog.streams")
record StreamProperties(
        @DefaultValue("25") int perPerson,
        @DefaultValue("250") int perPeer,
        @DefaultValue("50") int subscriptions,
        @DefaultValue("256") int queue,
        @DefaultValue("100") int messages,
        @DefaultValue("4096") int messageBytes,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10s") Duration patience) {}
