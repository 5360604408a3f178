package io.microblog.notification.push.encryption;

import java.util.Map;

/**
 * A message that its subscriber alone can read.
 *
 * @param headers that the push service and the subscriber need
 * @param body encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedMessage(Map<String, String> headers, byte[] body) {}
