package io.microblog.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

import io.microblog.kit.problem.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a limit said to one request.
 *
 * @param granted whether the request may go on
 * @param limit how many are allowed in a period
 * @param remaining how many are left of them
 * @param reset when all are back
 * @param retryAfter how long until the next is allowed; zero when this one was
 */
record Allowance(boolean granted, long limit, long remaining, Instant reset, Duration retryAfter) {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Announces itself on the answer, and fails when the request may not go on. */
    Mono<Void> announce(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("X-RateLimit-Limit", Long.toString(limit));
        headers.set("X-RateLimit-Remaining", Long.toString(remaining));
        headers.set("X-RateLimit-Reset", MILLIS.format(reset));
        return refuse();
    }

    /** Fails when the request may not go on. */
    Mono<Void> refuse() {
        return granted ? Mono.empty() : Mono.error(new TooManyRequests(retryAfter));
    }
}
