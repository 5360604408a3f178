package io.microblog.internal;

/**
 * The key by which clients subscribe to pushes (RFC 8292).
 *
 * @param publicKey a point of P-256 in base64 for addresses
 */
public record PushKey(String publicKey) {}
