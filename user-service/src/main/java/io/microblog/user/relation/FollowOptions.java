package io.microblog.user.relation;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to follow; null keeps what holds, or the default.
 *
 * @param reblogs whether boosts show at home
 * @param notifying whether each post is notified
 * @param languages of the posts wanted; empty for all
 */
record FollowOptions(
        @Nullable Boolean reblogs,
        @JsonProperty("notify") @Nullable Boolean notifying,
        @Nullable List<String> languages) {}
