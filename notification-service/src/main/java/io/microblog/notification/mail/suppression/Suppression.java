package io.microblog.notification.mail.suppression;

import java.time.Instant;

import io.microblog.notification.mail.provider.MessageStream;
import org.jspecify.annotations.Nullable;

/**
 * An address that gets no more mail of a stream.
 *
 * @param addressHash tells the address from others
 * @param accountId whose address it was, where that is known
 * @param since when the provider began to hold mails back
 */
record Suppression(
        long id,
        MessageStream stream,
        String addressHash,
        @Nullable Long accountId,
        SuppressionReason reason,
        Instant since) {}
