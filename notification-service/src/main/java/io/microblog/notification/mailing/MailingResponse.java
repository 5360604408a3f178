package io.microblog.notification.mailing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the mails of an announcement are.
 *
 * @param state {@code running}, {@code paused}, {@code withdrawn} or {@code done}
 * @param counting whether it is not known yet how many there will be; {@code left} grows until then
 * @param sent those that the provider has
 * @param failed those that it does not take
 * @param skipped those that nobody wants or that were withdrawn
 * @param left those that wait or are on their way
 * @param rate how many were sent in the last minute
 * @param finishedAt since when nothing is left; null while something is
 */
record MailingResponse(
        String state,
        boolean counting,
        long sent,
        long failed,
        long skipped,
        long left,
        long rate,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
