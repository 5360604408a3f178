package io.microblog.notification.mail.provider;

import java.time.Duration;

import com.postmarkapp.postmark.client.exception.PostmarkException;
import org.jspecify.annotations.Nullable;

/** An answer of Postmark that is not 200. */
final class PostmarkFailure extends PostmarkException {

    private final int status;
    private final @Nullable Duration retryAfter;

    PostmarkFailure(int status, @Nullable Duration retryAfter) {
        super("Postmark answered " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
