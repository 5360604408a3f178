package io.microblog.post.posting;

import java.time.Instant;

/**
 * What one version of a post said.
 *
 * @param postId the post
 * @param version which of its versions
 * @param content sanitised HTML
 * @param spoilerText content warning, empty when there was none
 * @param sensitive whether media started hidden
 * @param createdAt when the post began to say this
 */
record Revision(long postId, long version, String content, String spoilerText, boolean sensitive, Instant createdAt) {}
