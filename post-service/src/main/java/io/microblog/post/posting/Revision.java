package io.microblog.post.posting;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one version of a post said.
 *
 * @param postId the post
 * @param version which of its versions
 * @param content sanitised HTML
 * @param spoilerText content warning, empty when there was none
 * @param sensitive whether media started hidden
 * @param media images, in their order
 * @param mediaDescriptions what was said of them, empty where nothing; none when it is what is said now
 * @param poll the options it asked about, null without a poll
 * @param createdAt when the post began to say this
 */
record Revision(
        long postId,
        long version,
        String content,
        String spoilerText,
        boolean sensitive,
        List<Long> media,
        List<String> mediaDescriptions,
        @Nullable List<String> poll,
        Instant createdAt) {}
