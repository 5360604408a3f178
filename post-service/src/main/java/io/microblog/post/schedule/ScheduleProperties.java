package io.microblog.post.schedule;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of scheduled posts.
 *
 * @param earliest how far ahead a post is scheduled at least
 * @param latest how far ahead at most
 * @param perDay how many of a person may be due on a day, in UTC
 * @param total how many a person may have at all
 */
@ConfigurationProperties("microblog.schedules")
record ScheduleProperties(
        @DefaultValue("5m") Duration earliest,
        @DefaultValue("1826d") Duration latest,
        @DefaultValue("25") int perDay,
        @DefaultValue("300") int total) {}
