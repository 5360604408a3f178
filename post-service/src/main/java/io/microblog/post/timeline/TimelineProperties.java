package io.microblog.post.timeline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sizes of home timelines.
 *
 * @param capacity entries kept for each owner; between two trimmings there may be a few more
 * @param backfill how many of a person's newest posts a new follower finds
 * @param trimEvery the mean number of fan-outs between two trimmings of the homes they reach; 1 trims each time
 */
@ConfigurationProperties("microblog.timeline")
record TimelineProperties(
        @DefaultValue("800") int capacity,
        @DefaultValue("40") int backfill,
        @DefaultValue("50") int trimEvery) {}
