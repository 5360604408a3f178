package io.microblog.kit.problem;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** 503: something that this needs does not answer now. */
public class Unavailable extends RetryLater {

    private static final Duration SHORTLY = Duration.ofSeconds(5);

    /** Worth another try within seconds. */
    public Unavailable(String error) {
        this(error, SHORTLY);
    }

    /** Worth another try after the given time. */
    public Unavailable(String error, Duration retryAfter) {
        super(HttpStatus.SERVICE_UNAVAILABLE, error, retryAfter, null);
    }

    /** With the internal cause. */
    public Unavailable(String error, @Nullable Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, error, SHORTLY, cause);
    }
}
