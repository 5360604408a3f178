package io.microblog.notification.announcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * How people reacted; the API's Reaction entity.
 *
 * @param name an emoji
 * @param count how many did so
 * @param me whether the reader is one of them; left out where all are told the same
 */
@SchemaName("Reaction")
record AnnouncementReaction(
        String name,
        int count,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean me) {}
