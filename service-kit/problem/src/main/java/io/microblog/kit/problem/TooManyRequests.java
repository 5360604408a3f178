package io.microblog.kit.problem;

import java.time.Duration;

import org.springframework.http.HttpStatus;

/** 429: a limit is used up. */
public class TooManyRequests extends RetryLater {

    /**
     * @param retryAfter until the limit allows the next one
     */
    public TooManyRequests(Duration retryAfter) {
        super(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", retryAfter, null);
    }
}
