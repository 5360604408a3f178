package io.microblog.internal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who gets one piece of news.
 *
 * @param id of the post or boost
 * @param status a {@code Status} of the public API as it looks to all of them; null for what is gone
 * @param conversation instead of a status, the {@code Conversation} of the one who listens to theirs
 * @param listeners those of the question who get it
 */
public record StreamDelivery(
        long id, @Nullable JsonNode status, @Nullable JsonNode conversation, StreamListeners listeners) {}
