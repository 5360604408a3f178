package io.microblog.gateway.limit;

import java.time.Duration;

import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests in a period of time. Written as {@code 300/5m}.
 *
 * @param requests how many
 * @param period in which time
 */
record RateLimit(long requests, Duration period) {

    RateLimit {
        if (requests < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("A limit allows at least one request in some time");
        }
    }

    /** Reads {@code 300/5m}. Public, because the binding of properties finds it by that. */
    public static RateLimit valueOf(String text) {
        String[] parts = text.strip().split("/", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("A limit is written as 300/5m, not " + text);
        }
        return new RateLimit(Long.parseLong(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
    }
}
