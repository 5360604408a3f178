package io.microblog.post.media;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long images wait, and how much of them there is.
 *
 * @param unusedFor for a post, after the upload or after the post that used them is gone; then they are forgotten
 * @param quota of one person, all files together
 */
@ConfigurationProperties("microblog.posts.media")
record PostMediaProperties(
        @DefaultValue("24h") Duration unusedFor,
        @DefaultValue("5GB") DataSize quota) {}
