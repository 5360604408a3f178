package io.microblog.event;

/**
 * Whether one person wants to hear of one thread.
 *
 * @param accountId the person
 * @param threadId the post that began the thread, which may be deleted
 * @param version grows with each change and never restarts
 * @param muted whether the person wants to hear no more of it
 */
public record ThreadMute(@IdString long accountId, @IdString long threadId, long version, boolean muted) {}
