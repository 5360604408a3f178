package io.microblog.internal;

import io.microblog.event.IdString;
import tools.jackson.databind.JsonNode;

/**
 * A post as one of several readers sees it.
 *
 * @param readerId who sees it
 * @param status a {@code Status} of the public API
 */
public record StatusRead(@IdString long readerId, JsonNode status) {}
