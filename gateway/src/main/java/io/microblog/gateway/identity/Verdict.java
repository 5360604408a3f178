package io.microblog.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * What user-service said about a credential.
 *
 * @param token what it stands for, null when it is worth nothing
 * @param askedAt {@link System#nanoTime()} before the question: revocations known by then are part of the answer
 */
record Verdict(@Nullable InternalToken token, long askedAt) {}
