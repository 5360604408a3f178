package io.microblog.internal;

import io.microblog.event.IdString;

/**
 * A post that somebody is to read.
 *
 * @param id the post
 * @param readerId whom it is read for
 */
public record TextWanted(@IdString long id, @IdString long readerId) {}
