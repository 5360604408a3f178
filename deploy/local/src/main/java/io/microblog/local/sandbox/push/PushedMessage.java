package io.microblog.local.sandbox.push;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message as its subscriber reads it.
 *
 * @param subscription the last part of the endpoint that it came to
 * @param encoding {@code aes128gcm}, or {@code aesgcm} by the draft before the standard
 * @param contact whom the sender says to turn to
 * @param timeToLive in seconds
 * @param urgency as it came, null when nothing was said
 * @param topic what a later message with the same one would take the place of, null for none
 * @param text decrypted
 */
public record PushedMessage(
        String id,
        String subscription,
        String encoding,
        String contact,
        long timeToLive,
        @Nullable String urgency,
        @Nullable String topic,
        String text,
        Instant receivedAt) {}
