package io.microblog.acceptance;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What one request got for an answer. */
record Exchange(String method, String path, int status, String type, String body) {

    /** How often each was seen: tests ask again and again until something has happened. */
    private static final Map<Exchange, AtomicInteger> SEEN = new ConcurrentHashMap<>();

    /**
     * Remembers an answer of the platform for the contract tests, but not what it answers other programs that tell it
     * something: that is no part of the API of clients. A slash at the end of the path means nothing.
     */
    static void remember(HttpResponse<?> response) {
        String address = response.uri().toString();
        if (address.startsWith(RunningPlatform.URL + "/") && !address.startsWith(RunningPlatform.URL + "/webhooks/")) {
            var exchange = new Exchange(
                    response.request().method(),
                    response.uri().getPath().replaceFirst("(?<=.)/$", ""),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""),
                    response.body() instanceof String text ? text : "");
            SEEN.computeIfAbsent(exchange, first -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** All that differ from each other. */
    static Collection<Exchange> different() {
        return SEEN.keySet();
    }

    /** How many there were. */
    static int count() {
        return SEEN.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether a person rather than a program is meant to read it. */
    boolean isPage() {
        return type.equals("text/html") || type.startsWith("image/") || (status >= 300 && status < 400);
    }

    /** Whether it goes on for ever; the reference describes each of its events. */
    boolean isStream() {
        return type.equals("text/event-stream");
    }

    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
