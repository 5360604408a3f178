package io.microblog.post.trend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.post.status.Status;

/**
 * A post that trends, as moderators see it: the API's {@code Status}, with what has been decided.
 *
 * @param status the post
 * @param trendable whether it may trend
 * @param requiresReview whether nobody has decided about it yet
 */
record TrendingStatus(@JsonUnwrapped Status status, boolean trendable, boolean requiresReview) {}
