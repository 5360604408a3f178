/**
 * Events between services: the transactional outbox and its relay on the writing side; envelopes, retries, dead-letter
 * topics and idempotent writes on the reading side.
 */
@NullMarked
package io.microblog.kit.event;

import org.jspecify.annotations.NullMarked;
