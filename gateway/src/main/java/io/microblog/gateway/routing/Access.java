package io.microblog.gateway.routing;

/** What becomes of a client's credentials on a route. */
public enum Access {
    /** Exchanged for an internal token; the service never sees them. */
    EXCHANGE,
    /** Handed on as they are, cookies included: user-service's own pages, OAuth endpoints and webhooks check them. */
    PASS,
    /** Taken away: what is there is for everybody. */
    DROP
}
