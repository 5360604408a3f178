package io.microblog.post.media;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long images wait.
 *
 * @param unusedFor for a post, after the upload or after the post that used them is gone; then they are forgotten
 */
@ConfigurationProperties("microblog.posts.media")
record MediaProperties(@DefaultValue("24h") Duration unusedFor) {}
