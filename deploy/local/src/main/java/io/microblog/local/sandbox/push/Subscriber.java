package io.microblog.local.sandbox.push;

import java.security.KeyPair;

/**
 * A browser that has subscribed.
 *
 * @param keys of P-256
 * @param auth the secret shared with whoever sends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Subscriber(String id, KeyPair keys, byte[] auth) {}
