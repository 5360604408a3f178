package io.microblog.post.schedule;

import java.time.Instant;

import io.microblog.kit.security.Caller;
import io.microblog.post.publish.PublishPost;
import org.jspecify.annotations.Nullable;

/**
 * A post that waits for its time.
 *
 * @param id time-ordered
 * @param authorId whose it is
 * @param dueAt when it is to be published
 * @param command what is to be published
 * @param app what it was written with, null when that is unknown
 */
public record ScheduledPost(long id, long authorId, Instant dueAt, PublishPost command, Caller.@Nullable App app) {}
