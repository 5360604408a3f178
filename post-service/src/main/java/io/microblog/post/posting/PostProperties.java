package io.microblog.post.posting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of posts.
 *
 * @param maxLength characters of text and content warning together, counted as the API counts them
 */
@ConfigurationProperties("microblog.posts")
record PostProperties(@DefaultValue("5000") int maxLength) {}
