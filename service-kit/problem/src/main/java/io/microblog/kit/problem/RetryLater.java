package io.microblog.kit.problem;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A refusal that holds for a while only; the answer says in {@code Retry-After} for how long. */
abstract class RetryLater extends Problem {

    private final Duration retryAfter;

    RetryLater(HttpStatus status, String error, Duration retryAfter, @Nullable Throwable cause) {
        super(status, error, cause);
        this.retryAfter = retryAfter;
    }

    /** How long the client should wait. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whole seconds, rounded up so that nobody comes back too early. */
    @Override
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return headers;
    }
}
