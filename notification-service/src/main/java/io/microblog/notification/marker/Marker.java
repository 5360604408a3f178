package io.microblog.notification.marker;

import java.time.Instant;

/**
 * How far a person has read one timeline; the API's Marker entity.
 *
 * @param version grows with each change
 */
record Marker(String lastReadId, int version, Instant updatedAt) {}
