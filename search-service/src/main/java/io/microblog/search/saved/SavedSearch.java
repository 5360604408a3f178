package io.microblog.search.saved;

import java.time.Instant;

/**
 * A search that somebody saved.
 *
 * @param id decimal
 * @param q as it was typed
 * @param createdAt when it was saved
 */
record SavedSearch(String id, String q, Instant createdAt) {}
