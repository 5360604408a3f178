package io.microblog.post.home;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sizes of home timelines.
 *
 * @param capacity entries kept for each owner; between two trimmings there may be more
 * @param backfill how many of a person's newest posts a new follower finds
 * @param fanOutLimit the number of followers from which an author's posts are merged at reading instead of written
 * @param absence so long after the last reading a home is kept no more
 * @param trimGrowth by what share of its entries a partition of homes has to grow until it is trimmed
 * @param longestRest so long at most posts and boosts gather after several of them were written to homes
 */
@ConfigurationProperties("microblog.timeline")
record HomeProperties(
        @DefaultValue("800") int capacity,
        @DefaultValue("40") int backfill,
        @DefaultValue("5000") int fanOutLimit,
        @DefaultValue("30d") Duration absence,
        @DefaultValue("0.4") double trimGrowth,
        @DefaultValue("100ms") Duration longestRest) {}
