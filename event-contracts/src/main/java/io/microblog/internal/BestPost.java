package io.microblog.internal;

import io.microblog.event.IdString;

/**
 * A post that others liked, by somebody whom its reader follows.
 *
 * @param authorId who wrote it
 * @param text what it says to the reader
 */
public record BestPost(@IdString long authorId, StatusText text) {}
