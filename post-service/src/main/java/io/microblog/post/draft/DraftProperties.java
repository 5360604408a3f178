package io.microblog.post.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of drafts.
 *
 * @param total how many a person may keep
 */
@ConfigurationProperties("microblog.drafts")
record DraftProperties(@DefaultValue("100") int total) {}
