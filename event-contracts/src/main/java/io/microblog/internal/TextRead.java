package io.microblog.internal;

import io.microblog.event.IdString;

/**
 * What a post says to one of several readers.
 *
 * @param readerId to whom
 * @param text what it says
 */
public record TextRead(@IdString long readerId, StatusText text) {}
