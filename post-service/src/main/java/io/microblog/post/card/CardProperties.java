package io.microblog.post.card;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which links get cards and for how long.
 *
 * @param enabled whether this server asks others for pages at all
 * @param freshFor how long a card is good; then the next post with the link has it fetched again
 * @param failedFor how long it is remembered that there is none
 * @param unusedFor how long a card that is no longer good and that no post shows is kept
 */
@ConfigurationProperties("microblog.cards")
record CardProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("14d") Duration freshFor,
        @DefaultValue("1h") Duration failedFor,
        @DefaultValue("30d") Duration unusedFor) {}
