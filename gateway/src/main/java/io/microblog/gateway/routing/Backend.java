package io.microblog.gateway.routing;

import java.util.Arrays;

/** The services behind the gateway. */
public enum Backend {
    /** Accounts, sign-in, instance facts. */
    USER("user-service", "Sign-in and profiles are"),
    /** Posts, timelines, media. */
    POST("post-service", "Posts and timelines are"),
    /** Search. */
    SEARCH("search-service", "Search is"),
    /** Notifications and streaming. */
    NOTIFICATION("notification-service", "Notifications are"),
    /** Translation. */
    TRANSLATION("translation-service", "Translation is");

    private final String service;
    private final String subject;

    Backend(String service, String subject) {
        this.service = service;
        this.subject = subject;
    }

    /** The name of the service, which is also its audience and its host in routes. */
    public String service() {
        return service;
    }

    /** What a person is told while it does not answer. */
    String outage() {
        return subject + " temporarily unavailable";
    }

    static Backend named(String service) {
        return Arrays.stream(values())
                .filter(backend -> backend.service.equals(service))
                .findFirst()
                .orElseThrow();
    }
}
