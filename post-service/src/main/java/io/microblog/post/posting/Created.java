package io.microblog.post.posting;

/**
 * What a request to publish has come to.
 *
 * @param id of the post, or of the scheduled one
 * @param scheduled whether it waits for its time
 */
record Created(long id, boolean scheduled) {}
